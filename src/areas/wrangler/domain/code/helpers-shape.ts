const shared = {
  grouped: `def grouped(ids, values, chosen=None, finite=False):
    """The present values of each group, in order."""
    lists = [[] for _ in range(max(ids, default=-1) + 1)]
    for i, (group, v) in enumerate(zip(ids, values)):
        if v is not None and (chosen is None or chosen[i]) and not (finite and not math.isfinite(v)):
            lists[group].append(v)
    return lists`,
  join_rows: `def join_rows(left, right, how):
    """Pairs of row numbers whose keys are equal; a key with a missing part equals none."""
    places = {}
    for j, key in enumerate(right):
        if None not in key:
            places.setdefault(key, []).append(j)
    found = [places.get(key, []) if None not in key else [] for key in left]
    if how in ("semi", "anti"):
        return [(i, None) for i, js in enumerate(found) if bool(js) == (how == "semi")]
    outer = how in ("left", "full")
    pairs = [(i, j) for i, js in enumerate(found) for j in js or ([None] if outer else [])]
    if how in ("right", "full"):
        met = {j for _, j in pairs}
        pairs += [(None, j) for j in range(len(right)) if j not in met]
    return pairs`,
  asof_rows: `def asof_rows(left, right):
    """For every left row the right row of the same key with the latest time that is not after its own; the last part of a key is the time."""
    times = {}
    for j, key in enumerate(right):
        if None not in key:
            times.setdefault(key[:-1], []).append((key[-1], j))
    for members in times.values():
        members.sort()
    pairs = []
    for i, key in enumerate(left):
        members = times.get(key[:-1], []) if None not in key else []
        at = bisect.bisect_right(members, key[-1], key=lambda m: m[0]) if members else 0
        pairs.append((i, members[at - 1][1] if at else None))
    return pairs`,
  json_field: `def json_field(text, path, pattern):
    """The text of a field of a JSON text; None where it is absent, null or not of that pattern."""
    def refuse(constant):
        raise ValueError(constant)
    try:
        value = json.loads(text, parse_constant=refuse) if text is not None else None
    except ValueError:
        return None
    for part in path:
        fits = isinstance(value, list) if isinstance(part, int) else isinstance(value, dict)
        if not fits or (isinstance(part, int) and part >= len(value)) or (isinstance(part, str) and part not in value):
            return None
        value = value[part]
    if value is None:
        return None
    found = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return found if re.fullmatch(pattern, found, re.DOTALL) else None`,
  json_list: `def json_list(text):
    """The elements of a JSON list as texts; None where the text is no such list."""
    def refuse(constant):
        raise ValueError(constant)
    try:
        value = json.loads(text, parse_constant=refuse) if text is not None else None
    except ValueError:
        return None
    if not isinstance(value, list):
        return None
    return [v if v is None or isinstance(v, str) else json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in value]`,
} as const

export const pandasShape: Readonly<Record<string, string>> = {
  ...shared,
  first_of_group: `def first_of_group(ids, s):
    """The value of each group's first row; NaN becomes missing."""
    first = {}
    for i, group in enumerate(ids):
        first.setdefault(group, i)
    return pd.Series([None if v is pd.NA or v != v else v for v in s.iloc[list(first.values())].to_list()], dtype=s.dtype)`,
  stacked: `def stacked(above, below, names):
    """One frame above the other, by name; what one lacks is missing there."""
    tables = [pa.table({name: pa.array(frame[name]) for name in frame.columns}) for frame in (above, below)]
    table = pa.concat_tables(tables, promote_options="default").select(names)
    return pd.DataFrame({name: pd.Series(pd.arrays.ArrowExtensionArray(table[name])) for name in names})`,
  taken: `def taken(s, rows):
    """The values at those places; missing where there is no place."""
    return pd.Series(pd.arrays.ArrowExtensionArray(pa.chunked_array([pa.array(s).take(pa.array(rows, pa.int64()))])))`,
}

export const polarsShape: Readonly<Record<string, string>> = {
  ...shared,
  taken: `def taken(s, rows):
    """The values at those places; missing where there is no place."""
    return s.gather(pl.Series(rows, dtype=pl.Int64))`,
}
