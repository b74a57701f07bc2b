using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace CustomerService.Core.Configuration;

/// <summary>One wrong configuration value, told by its key.</summary>
public sealed record SettingProblem(string Key, string Message)
{
    public override string ToString() => $"{Key}: {Message}";
}

/// <summary>All wrong configuration values at once.</summary>
public sealed class InvalidSettingsException(IReadOnlyList<SettingProblem> problems)
    : Exception("The configuration has wrong values:\n" + string.Join('\n', problems.Select(p => "  " + p)))
{
    public IReadOnlyList<SettingProblem> Problems { get; } = problems;
}

/// <summary>
/// Binds options classes to their sections and gathers what is wrong: values that do not convert, values out of the range that
/// the property's validation attributes give, and keys that no property has. The framework's binder stops at the first one.
/// </summary>
public sealed class Settings(IConfiguration configuration)
{
    private readonly List<SettingProblem> _problems = [];

    public IReadOnlyList<SettingProblem> Problems => _problems;

    /// <summary>The section as an options object; wrong values are left at their defaults and noted.</summary>
    public T Read<T>(string section)
        where T : class, new()
    {
        var options = new T();
        Fill(options, configuration.GetSection(section));
        return options;
    }

    /// <summary>A single value as it stands; null when it is not set.</summary>
    public string? Value(string key) => configuration[key] is { Length: > 0 } value ? value : null;

    /// <summary>Notes a wrong value that only the feature itself can tell.</summary>
    public void Refuse(string key, string message) => _problems.Add(new(key, message));

    /// <exception cref="InvalidSettingsException">Something read so far is wrong.</exception>
    public void ThrowIfWrong()
    {
        if (_problems.Count > 0)
            throw new InvalidSettingsException(_problems);
    }

    private void Fill(object options, IConfigurationSection section)
    {
        var properties = options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (properties.TryGetValue(child.Key, out var property))
                Fill(options, property, child);
            else
                _problems.Add(new(child.Path, $"there is no such setting; known here are {string.Join(", ", properties.Keys)}"));
        }
    }

    private void Fill(object options, PropertyInfo property, IConfigurationSection section)
    {
        if (property.GetValue(options) is IList<string> list)
        {
            list.Clear();
            var values = section.Value is { Length: > 0 } one ? one.Split(',') : section.GetChildren().Select(c => c.Value ?? "");
            foreach (var value in values.Select(v => v.Trim()).Where(v => v.Length > 0))
                list.Add(value);
        }
        else if (property.GetValue(options) is IDictionary entries)
        {
            FillEntries(entries, property.PropertyType.GetGenericArguments()[1], section, "");
        }
        else if (property.CanWrite)
        {
            SetValue(options, property, section);
        }
        else
        {
            Fill(property.GetValue(options)!, section);
        }
    }

    /// <summary>A section a name. A name may hold colons, as in <c>llama3:8b</c>, which separate sections: sections without settings are parts of a name.</summary>
    private void FillEntries(IDictionary entries, Type type, IConfigurationSection section, string prefix)
    {
        var known = type.GetProperties().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            var name = prefix + child.Key;
            var inner = child.GetChildren().ToList();
            if (inner.Count > 0 && !inner.Exists(c => known.Contains(c.Key)) && inner.TrueForAll(c => c.Value is null))
            {
                FillEntries(entries, type, child, name + ":");
                continue;
            }

            if (!entries.Contains(name))
                entries.Add(name, Activator.CreateInstance(type));
            Fill(entries[name]!, child);
        }
    }

    private void SetValue(object options, PropertyInfo property, IConfigurationSection section)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (section.Value is not { } text)
            return;
        if (text.Length == 0 && (type != typeof(string) || Nullable.GetUnderlyingType(property.PropertyType) is not null))
            return;

        object? value;
        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text);
            if (type.IsEnum && !Enum.IsDefined(type, value!))
                throw new FormatException();
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            _problems.Add(new(section.Path, $"\"{Shown(property, text)}\" is not {Expected(type)}"));
            return;
        }

        var results = new List<ValidationResult>();
        var context = new ValidationContext(options) { MemberName = property.Name, DisplayName = "the value" };
        if (Validator.TryValidateValue(value, context, results, property.GetCustomAttributes<ValidationAttribute>()))
            property.SetValue(options, value);
        else
            _problems.AddRange(results.Select(r => new SettingProblem(section.Path, $"\"{Shown(property, text)}\": {r.ErrorMessage}")));
    }

    private static string Shown(PropertyInfo property, string text) =>
        property.IsDefined(typeof(SecretAttribute)) ? "(hidden)" : text.Length > 80 ? text[..80] + "…" : text;

    private static string Expected(Type type) =>
        type == typeof(TimeSpan) ? "a duration such as 00:00:08"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type))
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(decimal) || type == typeof(double) ? "a number"
        : type == typeof(Uri) ? "an address"
        : "a " + type.Name;
}

/// <summary>The value is never shown, neither in messages nor in logs.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
