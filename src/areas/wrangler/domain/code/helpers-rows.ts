const shared = {
  row_keys: `def row_keys(df, names):
    """One tuple a row; a missing value equals a missing value."""
    return list(zip(*[[None if v != v else v for v in plain(df[name])] for name in names])) if names else [()] * len(df)`,
  sort_positions: `def sort_positions(df, keys):
    """Row positions in the order of (name, descending, missing first); ties stay as they are, NaN is the largest number."""
    order = list(range(len(df)))
    for name, descending, missing_first in reversed(keys):
        values = plain(df[name])
        some = sorted((i for i in order if values[i] is not None), key=lambda i: (values[i] != values[i], 0 if values[i] != values[i] else values[i]), reverse=descending)
        none = [i for i in order if values[i] is None]
        order = none + some if missing_first else some + none
    return order`,
  top_positions: `def top_positions(df, groups, by, descending, n, ties):
    """Positions of the first n rows of every group by a column, missing values last; with ties, also the rows equal to the n-th."""
    values = [None if v != v else v for v in plain(df[by])] if by else [None] * len(df)
    order = sorted((i for i in range(len(df)) if values[i] is not None), key=lambda i: values[i], reverse=descending)
    order += [i for i in range(len(df)) if values[i] is None]
    keys, taken = row_keys(df, groups), {}
    for i in order:
        rows = taken.setdefault(keys[i], [])
        if len(rows) < n or (ties and values[i] == values[rows[n - 1]]):
            rows.append(i)
    return sorted(i for rows in taken.values() for i in rows)`,
  hash_order: `def hash_order(rids, seed):
    """Positions in an order that depends on the row numbers and the seed only."""
    return sorted(range(len(rids)), key=lambda i: (md5_bucket(rids[i], seed), rids[i]))`,
  sort_by_hash: `def sort_by_hash(df, seed):
    """Positions in an order that depends on the row numbers and the seed only."""
    return sorted(range(len(df)), key=[md5_bucket(rid, seed) for rid in plain(df["_rid"])].__getitem__)`,
  stratified_positions: `def stratified_positions(df, groups, seed, size):
    """Positions of size(rows) rows, drawn in every group."""
    keys, members = row_keys(df, groups), {}
    for i in hash_order(plain(df["_rid"]), seed):
        members.setdefault(keys[i], []).append(i)
    return sorted(i for rows in members.values() for i in rows[: size(len(rows))])`,
  filled_from: `def filled_from(df, name, groups, order, backward):
    """For every row the position of the value that it gets: its own, or the last one before it (after it) in its group."""
    values, keys, last, source = plain(df[name]), row_keys(df, groups), {}, [None] * len(df)
    for i in reversed(order) if backward else order:
        if values[i] is not None and values[i] == values[i]:
            last[keys[i]] = i
        source[i] = last.get(keys[i])
    return source`,
  interpolated: `def interpolated(df, name, groups, order, at, nearest):
    """Gaps on the straight line between the finite values before and after, along at or by row number; ends stay empty, or get the nearest."""
    values = [None if v is None or v != v else float(v) for v in plain(df[name])]
    groups_of, rows = row_keys(df, groups), {}
    for i in order:
        rows.setdefault(groups_of[i], []).append(i)
    result = list(values)
    for members in rows.values():
        place = {i: n if at is None else at[i] for n, i in enumerate(members)}
        known = [n for n, i in enumerate(members) if place[i] is not None and values[i] is not None and math.isfinite(values[i])]
        for n, i in enumerate(members):
            if values[i] is not None or place[i] is None:
                continue
            k = bisect.bisect(known, n)
            before, after = members[known[k - 1]] if k else None, members[known[k]] if k < len(known) else None
            if before is None or after is None:
                end = after if before is None else before
                result[i] = values[end] if nearest and end is not None else None
            elif place[after] == place[before]:
                result[i] = values[before]
            else:
                result[i] = values[before] + (values[after] - values[before]) * ((place[i] - place[before]) / (place[after] - place[before]))
    return result`,
  time_places: `def time_places(s):
    """Dates, times and numbers as floats along a line."""
    start = datetime.datetime(1970, 1, 1)
    def place(v):
        if isinstance(v, datetime.datetime):
            return (v.replace(tzinfo=None) - start) / datetime.timedelta(microseconds=1)
        if isinstance(v, datetime.date):
            return (v - start.date()) / datetime.timedelta(microseconds=1)
        return float(v) if math.isfinite(v) else None
    return [None if v is None or v != v else place(v) for v in plain(s)]`,
  group_values: `def group_values(df, groups, known, otherwise):
    """What is known of the group of every row, or otherwise."""
    texts_of = list(zip(*[[None if v is None else as_text(v) for v in plain(df[name])] for name in groups]))
    return [otherwise if known.get(key) is None else known[key] for key in texts_of]`,
} as const

export const pandasRows: Readonly<Record<string, string>> = {
  ...shared,
  plain: `def plain(s):
    """A list of Python values, None where there is none."""
    return pa.array(s).to_pylist()`,
  take: `def take(s, positions):
    """The values that stand at the positions; None gives a missing value."""
    return pd.Series(s.array.take(np.array([-1 if i is None else i for i in positions], dtype="int64"), allow_fill=True), index=s.index)`,
}

export const polarsRows: Readonly<Record<string, string>> = {
  ...shared,
  plain: `def plain(s):
    """A list of Python values, None where there is none."""
    return s.to_list()`,
  take: `def take(s, positions):
    """The values that stand at the positions; None gives a missing value."""
    return s.gather(pl.Series(positions, dtype=pl.UInt32))`,
}
