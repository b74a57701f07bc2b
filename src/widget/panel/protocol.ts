// What the hub /hubs/chat takes and gives; the server's side is Hub/ChatMessages.cs.

export type Owner = 'assistant' | 'waiting' | 'agent' | 'closed';
export type Author = 'customer' | 'assistant' | 'agent' | 'system';
export type AnswerState = 'running' | 'completed' | 'stopped' | 'interrupted' | 'failed';
export type LookupKind = 'productInfo' | 'reviewAnalysis' | 'stockCheck' | 'recommendation';
export type Thumb = 'up' | 'down';
export type Reason = 'asked' | 'anger' | 'repeated' | 'noEvidence' | 'legal' | 'health' | 'payment';
export type Writer = 'embedded' | 'model';

export interface Lookup {
  kind: LookupKind;
  state: 'found' | 'empty' | 'timedOut' | 'failed';
  elapsedMs: number;
  summary: string;
  data?: unknown;
}

export interface Citation {
  number: number;
  kind: LookupKind;
  evidenceId: string;
  label: string;
  quote?: string;
}

export interface Message {
  sequence: number;
  author: Author;
  text: string;
  sentAt: string;
  clientId?: string;
  answerId?: string;
  state?: AnswerState;
  note?: 'personWanted' | 'assistantBack' | 'handedOver' | 'agentJoined' | 'closed' | 'reopened';
  /** What the agent is called. */
  agent?: string;
  /** Why the assistant handed over. */
  reason?: Reason;
  thumb?: Thumb;
}

export interface Conversation {
  id: string;
  version: number;
  owner: Owner;
  rating?: number;
}

/** A conversation with all that changed, one event of a running answer, or who is writing right now. */
export interface Update {
  conversation?: Conversation;
  messages?: Message[];
  sequence?: number;
  answerId?: string;
  number?: number;
  looking?: LookupKind;
  lookup?: Lookup;
  text?: string;
  citation?: Citation;
  author?: Writer;
  typing?: Author;
}

/** Who the shop says the customer is; the hash is the shop's signature. */
export interface Identity {
  id: string;
  hash: string;
  name?: string;
  email?: string;
}

export interface OpenReply {
  visitor: string;
  conversationId: string;
  version: number;
  /** False when an identity was given and its signature is wrong or has expired. */
  identified?: boolean;
}

export interface Problem {
  code: 'empty' | 'tooLong' | 'controlCharacters' | 'malformed' | 'tooMany';
  limit?: number;
  retryAfter?: number;
}

export interface SendReply {
  sequence?: number;
  version?: number;
  problem?: Problem;
}

export interface Evidence {
  answerId: string;
  author: Writer;
  lookups: Lookup[];
  citations: Citation[];
}

/** How long a person may take. */
export interface Wait {
  /** Customers who have been waiting for longer. */
  ahead: number;
  /** What those who got a person lately waited; missing when nobody did. */
  minutes?: number;
}

export interface LocalizedText { ko: string; en: string }
export interface Money { minor: number; currency: string }
export interface Product { id: string; name: LocalizedText; price?: Money; listPrice?: Money; hasHigherPrices?: boolean; rating?: number; reviewCount: number }
