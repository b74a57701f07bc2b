using System.Globalization;
using Bunit;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Testing;
using CustomerService.Web.Features.Ask;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Radzen;
using Xunit;

namespace CustomerService.Web.Tests;

/// <summary>The Ask page's components on a shop in memory, with the real runs and a pipeline that the test scripts.</summary>
public abstract class AskContext : BunitContext, IAsyncLifetime
{
    protected AskContext()
    {
        // A condition that is never met fails late; one that is met on a busy machine does not fail at all.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Pipeline = new ScriptedAnswers(Store);
        Runs = new AnswerRuns(Pipeline, Clock, NullLogger<AnswerRuns>.Instance);
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<IProductCatalog>(Shop.Catalog());
        Services.AddSingleton<ICustomerDirectory>(Shop.Customers());
        Services.AddSingleton<IAnswerStore>(Store);
        Services.AddSingleton<IAnswerRuns>(Runs);
        Services.AddAsk();
        Services.AddRadzenComponents();
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Speak("en");
    }

    protected ManualTimeProvider Clock { get; } = new();

    protected InMemoryAnswerStore Store { get; } = new();

    protected ScriptedAnswers Pipeline { get; }

    protected AnswerRuns Runs { get; }

    protected AskSession Session => Services.GetRequiredService<AskSession>();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>The language of the pages from now on.</summary>
    protected static void Speak(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
}

public static class AskSessionWaiting
{
    /// <summary>Waits until the session is as told; a minute without it fails.</summary>
    public static async Task UntilAsync(this AskSession session, Predicate<AskSession> condition)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(AskChanges changes)
        {
            if (condition(session))
                reached.TrySetResult();
        }

        session.Changed += Look;
        try
        {
            Look(AskChanges.None);
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            session.Changed -= Look;
        }
    }
}
