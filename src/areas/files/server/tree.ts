import { cp, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { codeOf, diskProblem, insideOf, makeFolder } from '#node/files.ts'
import { Problem } from '#wire/problem.ts'
import type { Entry } from '../domain/entry.ts'
import { freeName, nameFault } from '../domain/names.ts'
import { entryAt } from './entries.ts'
import { placeOf } from './paths.ts'

export async function create(home: string, path: string, kind: 'file' | 'folder'): Promise<Entry> {
  const place = await newPlace(home, path)
  await makeFolder(dirname(place))
  const make = kind === 'folder' ? mkdir(place) : open(place, 'wx').then((file) => file.close())
  await make.catch((error: unknown) => { throw diskProblem(error, place) })
  return entryOf(home, place)
}

export async function move(home: string, from: string, to: string): Promise<Entry> {
  const source = await placeOf(home, from)
  const target = await newPlace(home, to)
  if (source === target) return entryOf(home, source)
  refuseInto(source, target, 'moved')
  const [old, there] = await Promise.all([lstat(source).catch((error: unknown) => { throw diskProblem(error, source) }), lstat(target).catch(() => undefined)])
  const sameThing = there !== undefined && there.ino === old.ino && there.dev === old.dev && source.toLowerCase() === target.toLowerCase()
  if (there && !sameThing) throw new Problem('conflict', `There is already a “${basename(target)}” here. Choose another name.`, 'to')
  await makeFolder(dirname(target))
  await relocate(source, target)
  return entryOf(home, target)
}

export async function copy(home: string, from: string, to?: string): Promise<Entry> {
  const source = await placeOf(home, from)
  const target = to === undefined ? await besideOf(source, 'copy') : await newPlace(home, to)
  refuseInto(source, target, 'copied')
  await makeFolder(dirname(target))
  await copyTree(source, target).catch((error: unknown) => { throw codeOf(error) === 'ERR_FS_CP_EEXIST' ? new Problem('conflict', `There is already a “${basename(target)}” here. Choose another name.`, 'to') : diskProblem(error, source) })
  return entryOf(home, target)
}

/** The first free place beside it: `notes-copy.txt`. */
export async function besideOf(place: string, mark: string): Promise<string> {
  const names = new Set((await readdir(dirname(place)).catch((): string[] => [])).map((name) => name.toLowerCase()))
  return join(dirname(place), freeName(basename(place), mark, (name) => names.has(name.toLowerCase())))
}

/** A rename that also works across disks. */
export async function relocate(source: string, target: string): Promise<void> {
  try {
    await rename(source, target)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw diskProblem(error, source)
    await copyTree(source, target)
    await rm(source, { recursive: true, force: true })
  }
}

function copyTree(source: string, target: string): Promise<void> {
  return cp(source, target, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true, verbatimSymlinks: true })
}

async function newPlace(home: string, path: string): Promise<string> {
  const place = await placeOf(home, path)
  const fault = nameFault(basename(place))
  if (fault) throw new Problem('invalid', fault, 'path')
  return place
}

function refuseInto(source: string, target: string, done: string): void {
  const from = relative(source, target)
  if (from === '' || from === '..' || from.startsWith(`..${sep}`)) return
  throw new Problem('invalid', `The folder “${basename(source)}” cannot be ${done} into itself.`, 'to')
}

async function entryOf(home: string, place: string): Promise<Entry> {
  const entry = await entryAt(await insideOf(home, '.'), place)
  if (!entry) throw new Problem('missing', `There is no “${basename(place)}” any more.`)
  return entry
}
