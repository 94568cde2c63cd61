const numberText = `re.compile(r"[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?")`

const parsing = `def time_parser(formats):
    """The first format that fits says what moment a text shows; None where none fits."""
    seen = {}
    def parse(text):
        if text is None or text in seen:
            return seen.get(text)
        found = None
        for form in formats:
            try:
                moment = datetime.datetime.strptime(text.strip(" "), form)
                if moment.year >= 1000:
                    found = moment
                    break
            except ValueError:
                pass
        seen[text] = found
        return found
    return parse`

const shown = `def shown(v):
    """A value as SQL writes it."""
    if v is None or isinstance(v, str):
        return v
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, datetime.datetime):
        text = v.isoformat(sep=" ")
        return text.rstrip("0") if v.microsecond else text
    return repr(v) if isinstance(v, float) else str(v)`

const letters: Readonly<Record<string, string>> = {
  upper_letter: `def upper_letter(c):
    """A letter in upper case where that is one sign."""
    return c.upper() if len(c.upper()) == 1 else "\\u1e9e" if c == "\\u00df" else c`,
  lower_letter: `def lower_letter(c):
    """A letter in lower case where that is one sign."""
    return c.lower() if len(c.lower()) == 1 else "i" if c == "\\u0130" else c`,
  sentence_case: `def sentence_case(text):
    """The first letter in upper case, the others in lower case."""
    return "".join(lower_letter(c) if i else upper_letter(c) for i, c in enumerate(text))`,
  title_case: `def title_case(text):
    """The first letter of each word in upper case; an apostrophe is part of its word."""
    out, inside = [], False
    for c in text:
        out.append(lower_letter(c) if inside else upper_letter(c))
        inside = unicodedata.category(c)[0] in "LMN" or c in "'\\u2019"
    return "".join(out)`,
  without_accents: `def without_accents(text):
    """Letters without the marks above and below them."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c)[0] != "M")
    return unicodedata.normalize("NFC", plain)`,
  part_of_text: `def part_of_text(parts, i):
    """The i-th part, or nothing where there are fewer."""
    return parts[i] if i < len(parts) else None`,
  mask_digits: `def mask_digits(text, keep):
    """All digits hidden but the last ones; all of them where there are not so many."""
    digits = [i for i, c in enumerate(text) if c in "0123456789"]
    hidden = digits[:len(digits) - keep] if len(digits) >= keep else digits
    return "".join("*" if i in set(hidden) else c for i, c in enumerate(text))`,
}

export const pandasFormula: Readonly<Record<string, string>> = {
  ...letters,
  time_parser: parsing,
  shown,
  arrow: `def arrow(function, *args, **options):
    """An Arrow function over columns, as a column."""
    index = next(a.index for a in args if isinstance(a, pd.Series))
    columns = [pa.array(a) if isinstance(a, pd.Series) else a for a in args]
    return pd.Series(pd.arrays.ArrowExtensionArray(function(*columns, **options)), index=index)`,
  known: `def known(s):
    """The column with NaN as missing."""
    return arrow(pc.if_else, arrow(pc.is_nan, s), pa.scalar(None, pa.float64()), s)`,
  const: `def const(df, value, to):
    """One value for every row."""
    return pd.Series(pa.array([value] * len(df), type=to), index=df.index, dtype=pd.ArrowDtype(to))`,
  zero_as_missing: `def zero_as_missing(s):
    """The column without its zeros; dividing by them gives nothing."""
    if not isinstance(s, pd.Series):
        return s if s else pa.scalar(None, pa.int64())
    return s.mask((s == 0).fillna(False))`,
  whole_remainder: `def whole_remainder(a, b):
    """The rest of a whole division, with the sign of a."""
    return a - arrow(pc.divide, a, zero_as_missing(b)) * b`,
  float_remainder: `def float_remainder(a, b):
    """The rest of a division, with the sign of a."""
    def one(x, y):
        return None if x is None or y is None else math.nan if y == 0 or math.isinf(x) else math.fmod(x, y)
    index = a.index if isinstance(a, pd.Series) else b.index
    values = [pa.array(s).to_pylist() if isinstance(s, pd.Series) else [s] * len(index) for s in (a, b)]
    return pd.Series(pa.array(map(one, *values), type=pa.float64()), index=index, dtype=pd.ArrowDtype(pa.float64()))`,
  extracted: `def extracted(s, pattern, group):
    """What the named group finds first; missing where the pattern finds nothing."""
    return arrow(pc.struct_field, arrow(pc.extract_regex, s, pattern=pattern), indices=group)`,
  to_number: `def to_number(s):
    """The number that a text shows; missing where it shows none."""
    shape = ${numberText}
    found = [float(v) if v is not None and shape.fullmatch(v.strip(" ")) else None for v in pa.array(s).to_pylist()]
    return pd.Series(pa.array(found, type=pa.float64()), index=s.index, dtype=pd.ArrowDtype(pa.float64()))`,
  shown_text: `def shown_text(s):
    """The column as text, as SQL writes it."""
    return pd.Series(pa.array([shown(v) for v in pa.array(s).to_pylist()], type=pa.string()), index=s.index, dtype=pd.ArrowDtype(pa.string()))`,
  parsed_times: `def parsed_times(s, formats):
    """The moments that texts show in one of the formats."""
    parse = time_parser(formats)
    return pd.Series(pa.array([parse(v) for v in pa.array(s).to_pylist()], type=pa.timestamp("us")), index=s.index, dtype=pd.ArrowDtype(pa.timestamp("us")))`,
}

export const polarsFormula: Readonly<Record<string, string>> = {
  ...letters,
  time_parser: parsing,
  shown,
  lower_text: `def lower_text(x):
    """Each letter in lower case by itself."""
    return x.map_elements(lambda s: "".join(lower_letter(c) for c in s), return_dtype=pl.String)`,
  upper_text: `def upper_text(x):
    """Each letter in upper case by itself."""
    return x.map_elements(lambda s: "".join(upper_letter(c) for c in s), return_dtype=pl.String)`,
  piece: `def piece(x, start, stop):
    """A slice of a text by code points."""
    return x.map_elements(lambda s: s[start:stop], return_dtype=pl.String)`,
  column_of: `def column_of(x):
    """A plain value as an expression."""
    return x if isinstance(x, pl.Expr) else pl.lit(x)`,
  whole_division: `def whole_division(a, b):
    """Division of whole numbers towards zero; by zero is missing."""
    a, b = column_of(a).cast(pl.Int64), column_of(b).cast(pl.Int64)
    return a.abs() // b.abs() * a.sign() * b.sign()`,
  whole_ratio: `def whole_ratio(a, b):
    """The whole part of a quotient; by zero is missing."""
    b = column_of(b)
    return (a / pl.when(b != 0).then(b)).truncate(0)`,
  whole_remainder: `def whole_remainder(a, b):
    """The rest of a whole division, with the sign of a."""
    a, b = column_of(a).cast(pl.Int64), column_of(b).cast(pl.Int64)
    return a.abs() % b.abs() * a.sign()`,
  float_remainder: `def float_remainder(a, b):
    """The rest of a division, with the sign of a."""
    def one(r):
        x, y = r["a"], r["b"]
        return None if x is None or y is None else math.nan if y == 0 or math.isinf(x) else math.fmod(x, y)
    return pl.struct(a=column_of(a), b=column_of(b)).map_elements(one, return_dtype=pl.Float64)`,
  extracted: `def extracted(x, pattern, group):
    """What the group finds first, empty where it takes no part; missing where the pattern finds nothing."""
    return pl.when(x.str.contains(pattern)).then(x.str.extract(pattern, group).fill_null(""))`,
  to_number: `def to_number(x):
    """The number that a text shows; missing where it shows none."""
    shape = ${numberText}
    return x.map_elements(lambda s: float(s) if shape.fullmatch(s.strip(" ")) else None, return_dtype=pl.Float64)`,
  shown_text: `def shown_text(x):
    """The column as text, as SQL writes it."""
    return x.map_elements(lambda v: shown(v), return_dtype=pl.String)`,
  parsed_times: `def parsed_times(x, formats):
    """The moments that texts show in one of the formats."""
    return x.map_elements(time_parser(formats), return_dtype=pl.Datetime("us"))`,
}
