const shared: Readonly<Record<string, string>> = {
  in_zone: `def in_zone(v, source, target):
    """A clock time of one zone as that of another. Of two moments that it may mean, the later."""
    zone = zoneinfo.ZoneInfo(source)
    moments = [v.replace(tzinfo=zone, fold=fold).astimezone(datetime.timezone.utc) for fold in (0, 1)]
    return max(moments).astimezone(zoneinfo.ZoneInfo(target)).replace(tzinfo=None)`,
  time_bucket: `def time_bucket(v, seconds):
    """The beginning of the bucket that a moment lies in, counted from Monday 3 January 2000."""
    origin = datetime.datetime(2000, 1, 3)
    return v - (v - origin) % datetime.timedelta(seconds=seconds)`,
  month_bucket: `def month_bucket(v, months):
    """The beginning of the bucket of months that a moment lies in, counted from January 2000."""
    count = (v.year - 2000) * 12 + v.month - 1
    first = count - count % months
    return datetime.datetime(2000 + first // 12, first % 12 + 1, 1)`,
  windows_in_time: `def windows_in_time(values, times, keys, seconds, statistic, itself):
    """For each row, a statistic of the values in the time before it, ends included."""
    measures = {
        "mean": lambda w: math.fsum(w) / len(w), "sum": math.fsum, "min": min, "max": max, "count": len,
        "std": lambda w: statistics.stdev(w) if len(w) > 1 else None,
    }
    groups = {}
    for row, (time, key) in enumerate(zip(times, keys)):
        if time is not None:
            groups.setdefault(key, []).append((time, row))
    out = [None] * len(values)
    for group in groups.values():
        group.sort()
        moments = [time for time, _ in group]
        for time, row in group:
            start = bisect.bisect_left(moments, time - datetime.timedelta(seconds=seconds))
            stop = bisect.bisect_right(moments, time) if itself else bisect.bisect_left(moments, time)
            window = [values[i] for _, i in group[start:stop] if values[i] is not None]
            out[row] = measures[statistic](window) if window or statistic == "count" else None
    return out`,
}

export const pandasDates: Readonly<Record<string, string>> = {
  ...shared,
  finite_only: `def finite_only(s):
    """The numbers of a column that are neither NaN nor infinite."""
    s = arrow(pc.cast, s, target_type=pa.float64())
    return arrow(pc.if_else, arrow(pc.is_finite, s), s, None)`,
  as_column: `def as_column(s, to):
    """A NumPy series as an Arrow column, NaN as missing."""
    return pd.Series(pa.array(s, from_pandas=True).cast(to), index=s.index, dtype=pd.ArrowDtype(to))`,
  rolling_in_time: `def rolling_in_time(values, times, keys, seconds, statistic, itself):
    """A rolling statistic over time, within each combination of the keys."""
    moments = arrow(pc.cast, times, target_type=pa.timestamp("us"))
    parts = list(zip(*[pa.array(key).to_pylist() for key in keys])) if keys else [()] * len(values)
    out = windows_in_time(pa.array(values).to_pylist(), pa.array(moments).to_pylist(), parts, seconds, statistic, itself)
    to = pa.int64() if statistic == "count" else pa.float64()
    return pd.Series(pa.array(out, type=to), index=values.index, dtype=pd.ArrowDtype(to))`,
}

export const polarsDates: Readonly<Record<string, string>> = {
  ...shared,
  finite_only: `def finite_only(s):
    """The numbers of a column that are neither NaN nor infinite."""
    s = s.cast(pl.Float64)
    return pl.select(pl.when(s.is_finite()).then(s)).to_series()`,
  rolling_in_time: `def rolling_in_time(values, times, keys, seconds, statistic, itself):
    """A rolling statistic over time, within each combination of the keys."""
    parts = list(zip(*[key.to_list() for key in keys])) if keys else [()] * len(values)
    out = windows_in_time(values.to_list(), times.cast(pl.Datetime("us")).to_list(), parts, seconds, statistic, itself)
    return pl.Series(out, dtype=pl.Int64 if statistic == "count" else pl.Float64)`,
}
