const asText = (missing: string) => `def as_text(v):
    """A value as DuckDB writes it; None where it is missing."""
    if ${missing} or v != v:
        return None
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, datetime.datetime):
        text = v.isoformat(sep=" ").replace("+00:00", "+00")
        return re.sub(r"(\\.\\d*?)0+(?=\\+|$)", r"\\1", text)
    if isinstance(v, datetime.time):
        return re.sub(r"(\\.\\d*?)0+$", r"\\1", v.isoformat())
    if isinstance(v, datetime.date):
        return v.isoformat()
    return repr(v) if isinstance(v, float) else format(v, "f") if type(v).__name__ == "Decimal" else str(v)`

const shared = {
  texts: `def texts(s):
    return [as_text(v) for v in s.to_list()]`,
  md5_bucket: `def md5_bucket(key, seed):
    """A number below 2**32 that depends on the key and the seed only."""
    return int(hashlib.md5(f"{key}:{seed}".encode()).hexdigest()[:8], 16)`,
  part_of: `def part_of(share, train, valid):
    if share is None:
        return None
    return "train" if share < train else "valid" if share < valid else "test"`,
  stratum_shares: `def stratum_shares(keys, rids, seed):
    """Where each row stands in the shuffled order of its stratum, from 0 to 1."""
    strata, shares = {}, [None] * len(keys)
    for i, (key, rid) in enumerate(zip(keys, rids)):
        strata.setdefault(key, []).append((md5_bucket(rid, seed), rid, i))
    for members in strata.values():
        for n, (_, _, i) in enumerate(sorted(members)):
            shares[i] = (n + 0.5) / len(members)
    return shares`,
  balanced_rows: `def balanced_rows(keys, is_train, rids, seed, target):
    """Positions of the rows to keep; train rows of every class are repeated or left out until there are target of them."""
    classes, copies = {}, [1] * len(keys)
    for i, (key, train, rid) in enumerate(zip(keys, is_train, rids)):
        if train and key is not None:
            classes.setdefault(key, []).append((md5_bucket(rid, seed), rid, i))
    for members in classes.values():
        for n, (_, _, i) in enumerate(sorted(members)):
            copies[i] = target // len(members) + (n < target % len(members))
    return [i for i, n in enumerate(copies) for _ in range(n)]`,
} as const

const check = `def check(broken, rule, block):
    """Says how many rows break a rule, and stops the script when the rule blocks."""
    if broken and block:
        raise ValueError(f"{broken} rows break the rule: {rule}")
    if broken:
        warnings.warn(f"{broken} rows break the rule: {rule}")`

const timeShares = (missing: string) => `def time_shares(values):
    """The share of rows that are earlier, the same for equal times; None without a time."""
    present = [None if ${missing} or v != v else v for v in values]
    times = sorted(v for v in present if v is not None)
    first = {}
    for n, v in enumerate(times):
        first.setdefault(v, n)
    return [None if v is None else first[v] / len(times) for v in present]`

const presentOrNone = (missing: string) => `def present_or_none(s):
    """The values, None where missing."""
    return [None if ${missing} or v != v else v for v in s.to_list()]`

const group = `def group_ids(columns):
    """A number for every distinct combination, in order of appearance; missing values are equal to one another."""
    seen = {}
    return [seen.setdefault(key, len(seen)) for key in zip(*columns)]`

const isNa = 'v is None or v is pd.NA'
const isNone = 'v is None'

export const pandasKeys: Readonly<Record<string, string>> = {
  ...shared, as_text: asText(isNa), time_shares: timeShares(isNa), present_or_none: presentOrNone(isNa), check, group_ids: group,
}
export const polarsKeys: Readonly<Record<string, string>> = {
  ...shared, as_text: asText(isNone), time_shares: timeShares(isNone), present_or_none: presentOrNone(isNone), check, group_ids: group,
}
