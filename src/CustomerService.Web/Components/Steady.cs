using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components;

/// <summary>
/// A component that its parent draws again only by giving it something else. What it is given must be immutable: Blazor by itself takes a record
/// for changed each time.
/// </summary>
public abstract class Steady : ComponentBase
{
    private readonly List<object?> _given = [];
    private bool _isGiven;

    public override Task SetParametersAsync(ParameterView parameters) => IsNew(parameters) ? base.SetParametersAsync(parameters) : Task.CompletedTask;

    private bool IsNew(ParameterView parameters)
    {
        var (isNew, index) = (!_isGiven, 0);
        foreach (var parameter in parameters)
        {
            if (index == _given.Count)
                _given.Add(parameter.Value);
            else if (!Equals(_given[index], parameter.Value))
                (_given[index], isNew) = (parameter.Value, true);
            index++;
        }

        _isGiven = true;
        return isNew;
    }
}
