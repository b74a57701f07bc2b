// Bundles the launcher and the panel into the folder given, or ../../wwwroot/widget.
import { build } from 'esbuild';

const folder = process.argv[2] ?? '../../wwwroot/widget';
const common = { bundle: true, minify: true, target: 'es2022', legalComments: 'none', logLevel: 'warning' };
await Promise.all([
  build({ ...common, entryPoints: ['launcher.ts'], outfile: `${folder}/widget.js`, format: 'iife' }),
  build({ ...common, entryPoints: ['panel/panel.ts', 'panel/panel.css'], outdir: folder, format: 'esm', banner: { js: '/*! with @microsoft/signalr, MIT, .NET Foundation and contributors */' } }),
]);
