const shared = {
  number_of: `def number_of(v):
    """The exact number that a text holds, or None; spaces around it and underscores between digits are allowed."""
    text = v.strip(" \\t\\n\\v\\f\\r")
    digits = r"\\d+(_\\d+)*"
    if not re.fullmatch(rf"[+-]?({digits}\\.?({digits})?|\\.{digits})(e[+-]?{digits})?", text, re.A | re.I):
        return None
    number = decimal.Decimal(text.replace("_", ""))
    return number if abs(number.adjusted()) < 400 else decimal.Decimal("inf" if number.adjusted() > 0 else 0)`,
  half_up: `def half_up(v, scale=0):
    """A float or decimal in units of 10**-scale, rounded half away from zero."""
    if isinstance(v, float):
        v *= 10.0**scale
        whole = math.floor(abs(v))
        return int(math.copysign(1, v)) * (whole + (abs(v) - whole >= 0.5))
    with decimal.localcontext(prec=500, rounding=decimal.ROUND_HALF_UP):
        return int(v.scaleb(scale).to_integral_value())`,
  to_int: `def to_int(v, bits):
    """Text and decimals round half away from zero, floats half to even; None where it does not convert or fit."""
    if isinstance(v, str) and re.fullmatch(r"\\s*0(x[0-9a-f]+|b[01]+)\\s*", v, re.A | re.I):
        v = int(v.strip(), 0)
    if isinstance(v, str):
        v = number_of(v)
    if v is None or not isinstance(v, (int, float, decimal.Decimal)) or not math.isfinite(v):
        return None
    n = round(v) if isinstance(v, float) else half_up(v) if isinstance(v, decimal.Decimal) else int(v)
    return n if -(1 << bits - 1) <= n < 1 << bits - 1 else None`,
  to_float: `def to_float(v):
    """None where the value is no number; nan, inf and infinity are."""
    if isinstance(v, str):
        text = v.strip(" \\t\\n\\v\\f\\r")
        if re.fullmatch(r"[+-]?(nan|inf|infinity)", text, re.I):
            return float(text)
        v = number_of(v)
    return float(v) if isinstance(v, (int, float, decimal.Decimal)) else None`,
  to_decimal: `def to_decimal(v, width, scale):
    """Rounded half away from zero; None where it does not convert or fit."""
    if isinstance(v, str):
        v = number_of(v)
    if v is None or not isinstance(v, (int, float, decimal.Decimal)) or not math.isfinite(v):
        return None
    units = half_up(v if isinstance(v, float) else decimal.Decimal(v), scale)
    with decimal.localcontext(prec=500):
        return decimal.Decimal(units).scaleb(-scale) if abs(units) < 10**width else None`,
  to_bool: `def to_bool(v):
    """Texts: true, t, yes, y, 1 and their opposites, in any case. Numbers: whatever is not 0."""
    if isinstance(v, str):
        return {"true": True, "t": True, "yes": True, "y": True, "1": True, "false": False, "f": False, "no": False, "n": False, "0": False}.get(v.lower())
    return v != 0 if isinstance(v, (int, float, decimal.Decimal)) else None`,
  to_text: `def to_text(v):
    """A value as DuckDB writes it."""
    return repr(v) if isinstance(v, float) else as_text(v)`,
  to_date: `def to_date(v):
    """The date at the start of an ISO text, or of a time; None where there is none."""
    if isinstance(v, datetime.datetime):
        return v.date()
    if isinstance(v, datetime.date):
        return v
    if not isinstance(v, str) or re.search(r"\\(BC\\)", v):
        return None
    m = re.match(r"\\s*(\\d{1,6})([-/ \\\\])(\\d{1,2})\\2(\\d{1,2})(?!\\d)", v, re.A)
    if v.strip().lower() == "epoch":
        return datetime.date(1970, 1, 1)
    try:
        return datetime.date(int(m[1]), int(m[3]), int(m[4])) if m else None
    except ValueError:
        return None`,
  to_datetime: `def to_datetime(v):
    """An ISO text or a date as a time; the offset of a text is not applied; None where it does not convert."""
    if isinstance(v, datetime.datetime):
        return v.replace(tzinfo=None)
    date = to_date(v)
    if date is None or not isinstance(v, str) or v.strip().lower() == "epoch":
        return date and datetime.datetime.combine(date, datetime.time())
    tail = r"(?:(?: +|T)0*(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d*))?(?:Z|[+-]\\d\\d(?::?\\d\\d)?| +utc)? *)?)?"
    m = re.fullmatch(r"\\s*\\d+([-/ \\\\])\\d+\\1\\d+" + tail.replace("utc", "(?i:utc)"), v, re.A)
    if m is None:
        return None
    hour, minute, second = (int(x or 0) for x in m.group(2, 3, 4))
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        return None
    spent = datetime.timedelta(hours=hour, minutes=minute, seconds=second, microseconds=int((m[5] or "")[:6].ljust(6, "0")))
    return datetime.datetime.combine(date, datetime.time()) + spent`,
  read_time: `def read_time(v, form):
    """A text read by a strptime format; None where it does not match or is no such time."""
    months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    digits = {"Y": r"\\d{1,4}", "y": r"\\d{1,2}", "m": r"\\d{1,2}", "d": r"\\d{1,2}", "H": r"\\d{1,2}", "I": r"\\d{1,2}", "M": r"\\d{1,2}", "S": r"\\d{1,2}", "f": r"\\d{1,9}", "p": "[ap]m"}
    names = {"b": "|".join(months), "B": "january|february|march|april|may|june|july|august|september|october|november|december", "a": "mon|tue|wed|thu|fri|sat|sun", "A": "monday|tuesday|wednesday|thursday|friday|saturday|sunday"}
    pieces = re.findall(r"%-?.|\\s+|.", form, re.S)
    pattern = "".join(r"\\s*" if p.isspace() else f"(?P<{p[-1]}>{(digits | names)[p[-1]]})" if p[0] == "%" and p != "%%" else re.escape(p[-1]) for p in pieces)
    m = re.fullmatch(rf"\\s*{pattern}\\s*", v, re.A | re.I)
    if m is None:
        return None
    part = m.groupdict()
    year = int(part.get("Y") or 1900)
    if "y" in part:
        year = int(part["y"]) + (1900 if int(part["y"]) >= 69 else 2000)
    name = part.get("b") or part.get("B")
    month = months.index(name[:3].lower()) + 1 if name else int(part.get("m") or 1)
    hour = int(part.get("H") or 0)
    if "I" in part:
        if not 1 <= int(part["I"]) <= 12:
            return None
        hour = int(part["I"]) % 12 + (12 if (part.get("p") or "").lower() == "pm" else 0)
    try:
        return datetime.datetime(year, month, int(part.get("d") or 1), hour, int(part.get("M") or 0), int(part.get("S") or 0), int((part.get("f") or "0")[:6].ljust(6, "0")))
    except ValueError:
        return None`,
} as const

export const pandasCells: Readonly<Record<string, string>> = {
  ...shared,
  convert: `def convert(s, one, to):
    """Each value through one; missing values stay missing."""
    values = pa.array([None if v is None else one(v) for v in pa.array(s).to_pylist()], type=to)
    return pd.Series(pd.array(values, dtype=pd.ArrowDtype(to)), index=s.index)`,
  missing: `def missing(s):
    """True where there is no value, or NaN."""
    return s.isna() | (s != s).fillna(False)`,
}

export const polarsCells: Readonly<Record<string, string>> = {
  ...shared,
  convert: `def convert(s, one, to):
    """Each value through one; missing values stay missing."""
    return pl.Series(s.name, [None if v is None else one(v) for v in s.to_list()], dtype=to)`,
  lower: `def lower(text):
    """Letter by letter, as DuckDB and pandas do, without the special cases for words."""
    return text.str.replace_all("Σ", "σ", literal=True).str.replace_all("İ", "i", literal=True).str.to_lowercase()`,
}
