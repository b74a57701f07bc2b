using System.Globalization;
using CustomerService.Core.Text;

namespace CustomerService.Web.Components;

/// <summary>The pages' culture as one of the shop's languages.</summary>
public static class CultureLanguage
{
    extension(CultureInfo culture)
    {
        public Language Language => LanguageExtensions.TryParse(culture.Name) ?? Language.English;
    }
}
