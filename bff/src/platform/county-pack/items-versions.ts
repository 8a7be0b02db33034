import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withFileLock } from '../crypto/file-lock'

const CURRENT = 'items.json'
/** What was current when somebody went back. */
const UNDONE = 'items.undone.json'
const KEPT = /^items\.before-(\d+)\.json$/
const MOST_KEPT = 10

/** The list was written by somebody else after it was read. */
export class ItemsChangedMeanwhile extends Error {
  override name = 'ItemsChangedMeanwhile'
}

export const readItemsText = (folder: string): string => readFileSync(path.join(folder, CURRENT), 'utf8')

/**
 * Puts `text` in place of `expected` and keeps that beside it, so that one can go back to it, step by step. Whenever the machine
 * stops, the list is the old or the new one, whole. Throws `ItemsChangedMeanwhile`.
 */
export function replaceItems(folder: string, { expected, text }: { readonly expected: string; readonly text: string }): void {
  whileUnchanged(folder, expected, () => {
    const kept = keptNumbers(folder)
    writeWhole(fileOf(folder, (kept[0] ?? 0) + 1), expected)
    writeWhole(path.join(folder, CURRENT), text)
    for (const number of kept.slice(MOST_KEPT - 1)) rmSync(fileOf(folder, number))
  })
}

/** The text that `goBack` would put in place; null: there is none. */
export function readPreviousItems(folder: string): string | null {
  const number = previousOf(folder)
  return number === undefined ? null : readFileSync(fileOf(folder, number), 'utf8')
}

/** One step back; what is replaced is kept as `items.undone.json`. Throws `ItemsChangedMeanwhile`. */
export function goBack(folder: string, expected: string): void {
  whileUnchanged(folder, expected, () => {
    const previous = previousOf(folder)
    if (previous === undefined) return
    writeWhole(path.join(folder, UNDONE), expected)
    renameSync(fileOf(folder, previous), path.join(folder, CURRENT))
    for (const number of keptNumbers(folder)) if (number > previous) rmSync(fileOf(folder, number))
  })
}

const fileOf = (folder: string, number: number): string => path.join(folder, `items.before-${number}.json`)

/** Newest first. */
function keptNumbers(folder: string): number[] {
  return readdirSync(folder)
    .flatMap((name) => KEPT.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a)
}

/** The newest that differs: a machine that stopped between keeping a list and replacing it leaves two alike. */
function previousOf(folder: string): number | undefined {
  const current = readItemsText(folder)
  return keptNumbers(folder).find((number) => readFileSync(fileOf(folder, number), 'utf8') !== current)
}

function whileUnchanged(folder: string, expected: string, work: () => void): void {
  withFileLock(path.join(folder, 'items.lock'), () => {
    if (readItemsText(folder) !== expected) throw new ItemsChangedMeanwhile('items.json has been written by somebody else')
    work()
  })
}

function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.new`
  writeFileSync(unfinished, text)
  const descriptor = openSync(unfinished, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(unfinished, file)
}
