using CustomerService.Core.Text;

namespace CustomerService.Core.Import;

/// <summary>What is wrong with a row.</summary>
public enum RowFault
{
    LineTooLong,
    QuoteNotClosed,
    TextAfterQuote,
    TooManyCells,
    TooFewCells,
    /// <summary>Characters that are none in the file's encoding.</summary>
    NotReadable,
    NotJson,
    /// <summary>From here on the XML cannot be read.</summary>
    XmlBroken,
    Missing,
    TooLong,
    NotAnId,
    NotAnAmount,
    NotACount,
    NotADate,
    NotOnTheScale,
    NotYesOrNo,
    NotACurrency,
    UnknownType,
    UnknownProduct,
    /// <summary>A review's number that another product's review has.</summary>
    OfAnotherProduct,
}

/// <param name="Column">The header of the column; empty where the whole row is meant.</param>
/// <param name="Value">What stands there; at most 200 characters.</param>
public sealed record RowProblem(RowFault Fault, string Column, string Value)
{
    /// <summary>What is wrong, as a clause that names no column.</summary>
    public string In(Language language) => Fault switch
    {
        RowFault.LineTooLong => language.Choose($"한 줄이 {DelimitedRows.MaxCharacters:N0}자를 넘습니다.", $"A line has more than {DelimitedRows.MaxCharacters:N0} characters."),
        RowFault.QuoteNotClosed => language.Choose("따옴표가 닫히지 않았습니다.", "A quotation mark is opened and never closed."),
        RowFault.TextAfterQuote => language.Choose("닫는 따옴표 뒤에 글자가 있습니다. 글 안의 따옴표는 두 번(\"\") 써야 합니다.", "Text follows a closing quotation mark; one within text is written twice (\"\")."),
        RowFault.TooManyCells => language.Choose("머리글보다 칸이 많습니다.", "There are more cells than headers."),
        RowFault.TooFewCells => language.Choose("머리글보다 칸이 적습니다. 줄이 잘렸을 수 있습니다.", "There are fewer cells than headers; the row may be cut off."),
        RowFault.NotReadable => language.Choose("파일의 인코딩으로 읽을 수 없는 글자가 있습니다.", "It has characters that the file's encoding does not know."),
        RowFault.NotJson => language.Choose("한 줄이 JSON 객체가 아닙니다.", "The line is not a JSON object."),
        RowFault.XmlBroken => language.Choose("여기서부터 XML이 깨져 있어 뒤를 읽을 수 없습니다.", "The XML breaks here; what follows cannot be read."),
        RowFault.Missing => language.Choose("값이 없습니다.", "The value is missing."),
        RowFault.TooLong => language.Choose("너무 깁니다.", "It is too long."),
        RowFault.NotAnId => language.Choose("번호가 아닙니다. 글자, 숫자, - _ . 만 64자까지 쓸 수 있습니다.", "It is not a number or code: letters, digits and - _ . only, at most 64."),
        RowFault.NotAnAmount => language.Choose("금액이 아니거나, 통화에 없는 소수 자리가 있습니다.", "It is not an amount of money, or has decimals that the currency does not have."),
        RowFault.NotACount => language.Choose("0 이상의 정수가 아닙니다.", "It is not a whole number of 0 or more."),
        RowFault.NotADate => language.Choose("날짜가 아닙니다. 2026-11-24처럼 써 주세요.", "It is not a date; write it like 2026-11-24."),
        RowFault.NotOnTheScale => language.Choose("별점 범위를 벗어났거나 숫자가 아닙니다.", "It is not a number on the rating scale."),
        RowFault.NotYesOrNo => language.Choose("예/아니요로 읽을 수 없습니다.", "It is neither yes nor no."),
        RowFault.NotACurrency => language.Choose("통화 코드가 아닙니다. KRW처럼 써 주세요.", "It is not a currency; write it like USD."),
        RowFault.UnknownType => language.Choose("알 수 없는 상품 유형입니다.", "It is a kind of product that is not known."),
        RowFault.UnknownProduct => language.Choose("이 상품은 목록에 없습니다. 상품을 먼저 가져오세요.", "There is no such product; import the products first."),
        _ => language.Choose("같은 번호의 리뷰가 다른 상품에 있습니다.", "A review of another product has this number."),
    };
}

/// <summary>A row of a file: its cells, or what is wrong with it.</summary>
/// <param name="Line">The line of the file that it begins in, from 1.</param>
public sealed record FileRow(long Line, IReadOnlyList<string> Cells, RowProblem? Problem)
{
    private const int MostTold = 200;

    public static FileRow Broken(long line, RowFault fault, string value) => new(line, [], ProblemOf(fault, "", value));

    /// <summary>A problem of a cell, told with as much of it as fits a line.</summary>
    public static RowProblem ProblemOf(RowFault fault, string column, string value) => new(fault, column, value.Length > MostTold ? value[..MostTold] : value);
}
