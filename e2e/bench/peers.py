"""The same work by pandas and polars. Prints one JSON line an operation: tool, name, milliseconds (median), checksum."""
import json
import sys
import time

import pandas as pd
import polars as pl

tool, path, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
above = 900.0


def number(value):
    return f"{float(value):.6g}"


def measured(name, work, check, note=""):
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        answer = work()
        spent.append((time.perf_counter() - began) * 1000)
    print(json.dumps({"tool": tool, "name": name, "ms": sorted(spent)[len(spent) // 2], "sum": check(answer), "note": note}), flush=True)
    return answer


def groups(rows):
    return ";".join(f"{category}:{count}:{number(total)}" for category, count, total in sorted(rows))


def figures(count, missing, distinct, low, high, mean, deviation):
    return ";".join([str(int(count)), str(int(missing)), number(low), number(high), number(mean), number(deviation)])


if tool == "pandas":
    df = measured("open", lambda: pd.read_parquet(path), lambda d: str(len(d)), "reads the whole file into memory")
    measured("sort", lambda: df.sort_values("amount", ascending=False, na_position="last").head(60), lambda d: number(d["amount"].sum()), "in memory; the whole order")
    measured("filter", lambda: (lambda kept: (len(kept), kept.head(60)))(df[df["amount"] > above]), lambda d: f"{d[0]}:{int(d[1]['id'].sum())}", "in memory")
    measured("group", lambda: df.groupby("category")["amount"].agg(["size", "sum"]), lambda d: groups(zip(d.index, d["size"], d["sum"])), "in memory")
    measured(
        "profile",
        lambda: (lambda a: (a.count(), a.isna().sum(), a.nunique(), a.min(), a.max(), a.mean(), a.std(), a.quantile([0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99])))(df["amount"]),
        lambda d: figures(*d[:7]), "one column, in memory",
    )
else:
    lazy = pl.scan_parquet(path)
    amount = pl.col("amount")
    measured("open", lambda: lazy.head(50).collect(), lambda d: str(lazy.select(pl.len()).collect().item()), "first 50 rows, lazily")
    measured("sort", lambda: lazy.sort("amount", descending=True, nulls_last=True).head(60).collect(), lambda d: number(d["amount"].sum()), "first 60 rows, lazily from the file")
    measured("filter", lambda: (lambda kept: (len(kept), kept.head(60)))(lazy.filter(amount > above).collect()), lambda d: f"{d[0]}:{int(d[1]['id'].sum())}", "from the file")
    measured("group", lambda: lazy.group_by("category").agg(pl.len(), amount.sum()).collect(), lambda d: groups(d.rows()), "from the file")
    measured(
        "profile",
        lambda: lazy.select(
            amount.count().alias("n"), amount.null_count().alias("missing"), amount.n_unique().alias("distinct"), amount.min().alias("low"), amount.max().alias("high"),
            amount.mean().alias("mean"), amount.std().alias("std"), *[amount.quantile(q).alias(str(q)) for q in (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)],
        ).collect().row(0),
        lambda d: figures(*d[:7]), "one column, from the file",
    )
