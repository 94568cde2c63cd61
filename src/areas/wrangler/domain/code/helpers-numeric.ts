const column = `def column(array, df):
    """A pyarrow array as a column of df; NaN and missing stay two things."""
    return pd.Series(pd.arrays.ArrowExtensionArray(array), index=df.index)`

const doubles = `def doubles(s):
    return pc.cast(pa.array(s), pa.float64(), safe=False)`

const finite = `def finite(array):
    """What is not a finite number becomes missing."""
    return pc.if_else(pc.is_finite(array), array, None)`

const clipped = `def clipped(s, lower=None, upper=None):
    """Like s.clip, but NaN stays NaN."""
    array = pa.array(s)
    for bound, beyond in ((lower, pc.less), (upper, pc.greater)):
        if bound is not None:
            limit = pa.scalar(bound).cast(array.type)
            array = pc.if_else(pc.fill_null(beyond(array, limit), False), limit, array)
    return array`

const outside = `def outside(s, lower, upper):
    """True where a value lies outside; never missing, false for NaN."""
    array = pa.array(s)
    below = pc.fill_null(pc.less(array, lower), False) if lower is not None else pa.array([False] * len(s), pa.bool_())
    above = pc.fill_null(pc.greater(array, upper), False) if upper is not None else pa.array([False] * len(s), pa.bool_())
    return pc.or_(below, above)`

const shared = {
  bins: `def bins(values, edges):
    """How many edges each value has reached; None where it is missing."""
    return [None if v is None else sum(float(v) >= e for e in edges) for v in values]`,
  rounded: `def rounded(v, decimals, to_even):
    """v rounded as DuckDB does it: the fraction is judged after scaling."""
    if v is None or not math.isfinite(v):
        return v
    scale = 10.0 ** abs(decimals)
    scaled = v * scale if decimals >= 0 else v / scale
    if not math.isfinite(scaled):
        return v
    low = math.floor(scaled)
    rest = scaled - low
    up = rest > 0.5 or (rest == 0.5 and (low % 2 == 1 if to_even else scaled >= 0))
    return (low + up) / scale if decimals >= 0 else (low + up) * scale`,
  rounded_integer: `def rounded_integer(v, unit, to_even):
    """An integer rounded to a multiple of unit, exactly; None where it does not fit in 64 bits."""
    if v is None:
        return None
    low, rest = divmod(v, unit)
    up = 2 * rest > unit or (2 * rest == unit and (low % 2 == 1 if to_even else v >= 0))
    result = (low + up) * unit
    return result if -2**63 <= result < 2**63 else None`,
  ranks: `def ranks(values, keys, method, descending):
    """Ranks within each key from 1; None where a value is missing."""
    groups, result = {}, [None] * len(values)
    for i, (v, key) in enumerate(zip(values, keys)):
        if v is not None:
            groups.setdefault(key, []).append((v, i))
    for members in groups.values():
        members.sort(key=lambda m: m[0], reverse=descending)
        first = dense = 0
        for n, (v, i) in enumerate(members):
            if n == 0 or v != members[n - 1][0]:
                first, dense = n, dense + 1
            result[i] = {"rank": first + 1, "dense": dense, "rowNumber": n + 1, "percentile": first / max(len(members) - 1, 1)}[method]
    return result`,
} as const

export const pandasNumeric: Readonly<Record<string, string>> = { ...shared, column, doubles, finite, clipped, outside }

export const polarsNumeric: Readonly<Record<string, string>> = { ...shared }
