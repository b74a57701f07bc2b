namespace CustomerService.Core.Answers;

/// <summary>The answers being written in this process, and those that just were. Surfaces start and follow runs; nothing else.</summary>
public interface IAnswerRuns
{
    /// <summary>Starts answering. Input problems that only a look into the catalogue shows come as the first event.</summary>
    AnswerRun Start(CustomerQuery query);

    /// <summary>The run, while it goes on and for two minutes after (sooner when 1,000 others have finished since); null later, when the answer is to be read from <see cref="IAnswerStore"/>.</summary>
    AnswerRun? Find(string answerId);

    /// <summary>A person has the word from now on: nothing more of the answer reaches a customer, be it still to begin, and it is stopped.</summary>
    /// <returns>The answer as far as customers have it; all of it when it had ended before.</returns>
    AnswerEnding Fence(string answerId);
}
