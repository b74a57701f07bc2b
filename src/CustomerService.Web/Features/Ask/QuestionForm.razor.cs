using System.Globalization;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Ask;

/// <summary>The question box with its pickers.</summary>
public sealed partial class QuestionForm : Redrawn, IDisposable
{
    private static readonly InputField[] FieldsOnTheForm = [InputField.Question, InputField.ProductId, InputField.CustomerId];

    [Inject]
    private AskSession Session { get; set; } = null!;

    private AskForm Form => Session.Form;
    private static Language Language => CultureInfo.CurrentUICulture.Language;
    // What is typed before the page is connected would be lost when it is.
    private bool IsWaiting => !RendererInfo.IsInteractive;
    private int Length => Form.Question.Trim().Length;
    private bool IsTooLong => Length > CustomerQuery.MaxQuestionLength;

    private IEnumerable<Suggestion> Suggestions
    {
        get
        {
            if (Form.Example is { } example)
            {
                var name = example.Product.Name.In(Language);
                yield return new(L["Suggest_ProsAndCons", name], example);
                yield return new(L["Suggest_Stock", name], example);
            }

            yield return new(L["Suggest_Battery"], null);
            yield return new(L["Suggest_Waterproof"], null);
        }
    }

    public void Dispose()
    {
        Form.Changed -= Redraw;
        Session.Changed -= OnChanged;
    }

    protected override void OnInitialized()
    {
        Form.Changed += Redraw;
        Session.Changed += OnChanged;
    }

    private void OnChanged(AskChanges changes)
    {
        if (changes.HasFlag(AskChanges.Answer))
            Redraw();
    }

    private void Type(string? question) => Form.Type(question ?? "");

    private Task SendAsync() => Session.SendAsync();

    private Task AskAsync(Suggestion suggestion)
    {
        Form.Pick(suggestion.About);
        Form.Type(suggestion.Text);
        return Session.SendAsync();
    }

    private string? Problem(InputField field)
    {
        var problem = field == InputField.Language
            ? Form.Problems.FirstOrDefault(p => !FieldsOnTheForm.Contains(p.Field))
            : Form.ProblemWith(field);
        if (problem is null)
            return null;
        if (IsTooLong && field == InputField.Question)
            return $"{L["Problem_Question_TooLong", CustomerQuery.MaxQuestionLength.ToString("N0", CultureInfo.CurrentCulture)]} ({L["Problem_Question_TooLongBy", (Length - CustomerQuery.MaxQuestionLength).ToString("N0", CultureInfo.CurrentCulture)]})";
        var text = L[$"Problem_{problem.Field}_{problem.Code}"];
        return text.ResourceNotFound ? L["Problem_Other"] : text;
    }

    private static IEnumerable<string> Words(CustomerContext profile) =>
        new[] { profile.AgeGroup, profile.UseCase, profile.Interests }.OfType<string>();

    private sealed record Suggestion(string Text, CatalogProduct? About);
}
