import { pandasHelpers, polarsHelpers } from './helpers.ts'

const imports: readonly [RegExp, string][] = [
  [/\bbisect\./, 'import bisect'],
  [/\bdatetime\./, 'import datetime'],
  [/\bhashlib\./, 'import hashlib'],
  [/\bmath\./, 'import math'],
  [/\bdecimal\./, 'import decimal'],
  [/\bre\./, 'import re'],
  [/\bstatistics\./, 'import statistics'],
  [/\bjson\./, 'import json'],
  [/\bunicodedata\./, 'import unicodedata'],
  [/\bwarnings\./, 'import warnings'],
  [/\bzoneinfo\./, 'import zoneinfo'],
]

const libraries: readonly [RegExp, string][] = [
  [/\bnp\./, 'import numpy as np'],
  [/\bpd\./, 'import pandas as pd'],
  [/\bpl\./, 'import polars as pl'],
  [/\bpa\./, 'import pyarrow as pa'],
  [/\bpc\./, 'import pyarrow.compute as pc'],
]

/** The imports and the helpers that the body uses, and no others. */
export function pandasPrelude(body: string): string {
  return prelude(body, pandasHelpers)
}

export function polarsPrelude(body: string): string {
  return prelude(body, polarsHelpers)
}

function prelude(body: string, helpers: Readonly<Record<string, string>>): string {
  const used = usedHelpers(body, helpers)
  const all = [body, ...used].join('\n')
  const pick = (table: readonly [RegExp, string][]) => table.filter(([pattern]) => pattern.test(all)).map(([, line]) => line)
  return [...pick(imports), '', ...pick(libraries), ...used.map((code) => `\n\n${code}`), ''].join('\n').trimStart()
}

function usedHelpers(body: string, helpers: Readonly<Record<string, string>>): string[] {
  const found = new Map<string, string>()
  const look = (text: string) => {
    for (const [name, code] of Object.entries(helpers)) {
      if (found.has(name) || !new RegExp(`\\b${name}\\(`).test(text)) continue
      found.set(name, code)
      look(code)
    }
  }
  look(body)
  return [...found.values()].toReversed()
}
