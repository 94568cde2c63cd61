import { expect, test } from 'vitest'
import { expectSameInPython, runSteps } from '../../server/run-steps.test.util.ts'

const times = `FROM (VALUES
  (TIMESTAMP '2024-03-31 02:30:00', DATE '2024-12-30', 'a', 1::BIGINT, 1.5::DOUBLE), (TIMESTAMP '2024-10-27 02:30:00', DATE '1969-12-31', 'a', 5, 'NaN'), (NULL, NULL, NULL, NULL, NULL),
  (TIMESTAMP '1969-12-31 23:59:59.999999', DATE '2000-02-29', NULL, -3, 'inf'), (TIMESTAMP '2024-03-31 02:30:00', DATE '2024-12-31', 'a', 2, -4), (TIMESTAMP '2024-03-29 12:00:00', DATE '2024-01-01', 'b', 7, 8.25), (TIMESTAMP '2024-03-30 02:30:00', DATE '2024-01-07', 'a', 9, 2)
) t("at", day, part, whole, x)`

async function column(source: string, op: string, params: Record<string, unknown>) {
  const { rows } = await expectSameInPython({ source, steps: [{ op, params }] })
  return rows.map((row) => row.at(-1))
}

test('text is read in the first format that fits; what fits none is missing or takes its row away', async () => {
  const source = `FROM (VALUES ('2024-02-29'), ('31.12.1999'), ('2023-02-29'), (''), (NULL), (' 2024-1-5 '), ('1.2.24')) t(day)`
  const params = { column: 'c0', formats: ['%Y-%m-%d', '%d.%m.%Y', '%-d.%-m.%y'] }
  expect(await column(source, 'parseDate', params)).toEqual(['2024-02-29', '1999-12-31', null, null, null, '2024-01-05', '2024-02-01'])
  expect(await column(source, 'parseDate', { ...params, as: 'TIMESTAMP', onError: 'drop' })).toEqual(['2024-02-29 00:00:00', '1999-12-31 00:00:00', null, '2024-01-05 00:00:00', '2024-02-01 00:00:00'])
  expect(await column(`FROM (VALUES ('Fri 5 Jan 2024 01:02:03.5 PM'), ('x')) t(a)`, 'parseDate', { column: 'c0', formats: ['%a %d %b %Y %I:%M:%S.%f %p'], as: 'TIMESTAMP' })).toEqual(['2024-01-05 13:02:03.5', null])
  const two = await expectSameInPython({ source: "FROM (VALUES ('1/2/2024', '3/2/2024'), ('x', '4/2/2024'), (NULL, 'y')) t(a, b)", steps: [{ op: 'parseDate', params: { columns: ['c0', 'c1'], formats: ['%d/%m/%Y'], onError: 'drop' } }] })
  expect(two.rows).toEqual([['2024-02-01', '2024-02-03']])
  const { problems } = await runSteps({ source, steps: [{ op: 'parseDate', params: { column: 'c0', formats: ['%d %Q'] } }] })
  expect(problems).toEqual(['The format has %Q, which is not known; use %Y %m %d %H %M %S %f %b %B %a %A %y %I %p %j.'])
})

test('a time that summer time skips moves on, and one that comes twice is the later', async () => {
  const { rows } = await expectSameInPython({ source: times, steps: [{ op: 'timeZone', params: { column: 'c0', from: 'Europe/Berlin', to: 'UTC' } }] })
  expect(rows.slice(0, 3).map(([at]) => at)).toEqual(['2024-03-31 01:30:00', '2024-10-27 01:30:00', null])
  await expectSameInPython({ source: times, steps: [{ op: 'timeZone', params: { column: 'c0', from: 'UTC', to: 'America/New_York' } }] })
  const { problems } = await runSteps({ source: times, steps: [{ op: 'timeZone', params: { column: 'c0', from: 'Mars/Base', to: 'UTC' } }] })
  expect(problems).toEqual(['There is no time zone “Mars/Base”: write one such as Europe/Berlin, America/New_York or UTC.'])
})

test('a column with its own zone is put as the clock of another', async () => {
  const { rows, types } = await expectSameInPython({ source: `SELECT TIMESTAMPTZ '2024-07-01 12:00:00+00' AS moment UNION ALL SELECT NULL`, steps: [{ op: 'timeZone', params: { column: 'c0', from: 'Asia/Tokyo', to: 'Europe/Berlin' } }] })
  expect({ rows, types }).toEqual({ types: ['TIMESTAMP'], rows: [['2024-07-01 14:00:00'], [null]] })
})

test('parts follow ISO, and sine and cosine close the round', async () => {
  const parts = ['year', 'quarter', 'month', 'week', 'day', 'day of year', 'day of week', 'hour', 'minute', 'second', 'weekend']
  const day = await expectSameInPython({ source: times, steps: [{ op: 'dateParts', params: { column: 'c1', parts, cyclic: ['month', 'day of month', 'day of year', 'day of week', 'hour', 'minute'] } }] })
  expect(day.rows[0]?.slice(5, 16)).toEqual(['2024', '4', '12', '1', '30', '365', '1', '0', '0', '0', false])
  expect(day.names.slice(5, 18)).toEqual(['day_year', 'day_quarter', 'day_month', 'day_week', 'day_day', 'day_day_of_year', 'day_day_of_week', 'day_hour', 'day_minute', 'day_second', 'day_weekend', 'day_month_sin', 'day_month_cos'])
  expect(day.rows[5]?.slice(16, 18)).toEqual([0, 1])
  await expectSameInPython({ source: times, steps: [{ op: 'dateParts', params: { column: 'c0', parts, cyclic: ['hour'] } }] })
})

test('moments are put to the beginning of a unit or of a bucket', async () => {
  expect(await column(times, 'dateTruncate', { column: 'c0', unit: 'week', name: 'w' })).toEqual(['2024-03-25 00:00:00', '2024-10-21 00:00:00', null, '1969-12-29 00:00:00', '2024-03-25 00:00:00', '2024-03-25 00:00:00', '2024-03-25 00:00:00'])
  expect((await column(times, 'dateTruncate', { column: 'c0', unit: 'minute', every: 15, name: 'w' }))[3]).toBe('1969-12-31 23:45:00')
  for (const [unit, every] of [['year', 5], ['quarter', 2], ['month', 5], ['week', 2], ['day', 10], ['hour', 5], ['second', 7]] as const) await column(times, 'dateTruncate', { column: 'c0', unit, every, name: 'w' })
  const { types } = await expectSameInPython({ source: times, steps: [{ op: 'dateTruncate', params: { column: 'c1', unit: 'month' } }, { op: 'dateTruncate', params: { column: 'c1', unit: 'month', every: 3, name: 'w' } }] })
  expect(types).toEqual(['TIMESTAMP', 'TIMESTAMP', 'VARCHAR', 'BIGINT', 'DOUBLE', 'TIMESTAMP'])
})

test('lag, lead and difference stay within their part and keep the rows where they are', async () => {
  expect(await column(times, 'lagLead', { column: 'c3' })).toEqual([null, '1', '5', null, '-3', '2', '7'])
  expect(await column(times, 'lagLead', { column: 'c3', take: 'lead', by: 2, order: 'c0', partition: ['c2'] })).toEqual(['5', null, null, null, null, null, '2'])
  expect(await column(times, 'lagLead', { column: 'c3', take: 'difference', order: 'c0', partition: ['c2'] })).toEqual(['-8', '3', null, null, '1', null, null])
  expect(await column(times, 'lagLead', { column: 'c0', take: 'difference', order: 'c0' })).toEqual([86400, 18144000, null, null, 0, 1711713600.000001, 52200])
  for (const take of ['lag', 'lead', 'difference']) for (const id of ['c1', 'c4']) await column(times, 'lagLead', { column: id, take, order: 'c1', partition: ['c2'] })
  await column(times, 'lagLead', { column: 'c2' })
  const { problems } = await runSteps({ source: times, steps: [{ op: 'lagLead', params: { column: 'c2', take: 'difference' } }] })
  expect(problems).toEqual(['“part” has no difference: choose a column of numbers, dates or timestamps.'])
})

test('a rolling statistic leaves the row itself out unless told, and counts finite values only', async () => {
  expect(await column(times, 'rolling', { column: 'c4', statistic: 'sum', size: 2 })).toEqual([null, 1.5, 1.5, null, null, -4, 4.25])
  expect(await column(times, 'rolling', { column: 'c4', statistic: 'count', size: 2 })).toEqual(['0', '1', '1', '0', '0', '1', '2'])
  expect(await column(times, 'rolling', { column: 'c3', statistic: 'mean', size: 3, order: 'c0', partition: ['c2'], excludeCurrent: false })).toEqual([5, 8 / 3, -3, -3, 4, 7, 9])
  for (const statistic of ['mean', 'sum', 'min', 'max', 'count', 'std']) for (const excludeCurrent of [true, false]) await column(times, 'rolling', { column: 'c3', statistic, size: 3, partition: ['c2'], excludeCurrent })
})

test('a window in time takes all rows of a moment, and rows without a moment have none', async () => {
  expect(await column(times, 'rolling', { column: 'c3', statistic: 'sum', over: 'day', size: 1, order: 'c0', excludeCurrent: false })).toEqual([12, 5, null, -3, 12, 7, 16])
  expect(await column(times, 'rolling', { column: 'c3', statistic: 'count', over: 'hour', size: 24, order: 'c0' })).toEqual(['1', '0', null, '0', '1', '0', '1'])
  for (const statistic of ['mean', 'min', 'max', 'std']) await column(times, 'rolling', { column: 'c4', statistic, over: 'week', size: 60, order: 'c1', partition: ['c2'] })
  const { problems } = await runSteps({ source: times, steps: [{ op: 'rolling', params: { column: 'c3', over: 'day' } }] })
  expect(problems).toEqual(['A window of days needs a column of dates or timestamps under “In the order of”.'])
})

test('windows follow an earlier sort', async () => {
  const { rows } = await expectSameInPython({ source: times, steps: [{ op: 'sort', params: { keys: [{ column: 'c3', descending: true }] } }, { op: 'lagLead', params: { column: 'c3' } }, { op: 'rolling', params: { column: 'c3', statistic: 'max', size: 2 } }] })
  expect(rows.map((row) => row.slice(-2))).toEqual([[null, null], ['9', 9], ['7', 9], ['5', 7], ['2', 5], ['1', 2], ['-3', 1]])
})
