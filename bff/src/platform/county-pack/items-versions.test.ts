import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { goBack, ItemsChangedMeanwhile, readItemsText, readPreviousItems, replaceItems } from './items-versions'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'items-'))
  writeFileSync(path.join(folder, 'items.json'), 'list 0')
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (text: string): void => replaceItems(folder, { expected: readItemsText(folder), text })
const back = (): void => goBack(folder, readItemsText(folder))

test('lists are gone back through one by one, and new ones follow the one that was gone back to', () => {
  for (const text of ['list 1', 'list 2', 'list 3']) put(text)
  expect(readPreviousItems(folder)).toBe('list 2')
  back()
  back()
  expect([readItemsText(folder), readPreviousItems(folder)]).toEqual(['list 1', 'list 0'])
  put('list 4')
  expect([readItemsText(folder), readPreviousItems(folder)]).toEqual(['list 4', 'list 1'])
  back()
  back()
  expect([readItemsText(folder), readPreviousItems(folder)]).toEqual(['list 0', null])
  back()
  expect(readItemsText(folder)).toBe('list 0')
})

test('ten lists are kept, and the one that was left by going back', () => {
  for (let number = 1; number <= 15; number += 1) put(`list ${number}`)
  back()
  const names = readdirSync(folder)
  expect(names).toContain('items.undone.json')
  expect(names.filter((name) => name.startsWith('items.before-'))).toHaveLength(9)
  for (let number = 0; number < 9; number += 1) back()
  expect([readItemsText(folder), readPreviousItems(folder)]).toEqual(['list 5', null])
})

test('a list that was written by somebody else meanwhile is not overwritten', () => {
  const expected = readItemsText(folder)
  put('theirs')
  expect(() => replaceItems(folder, { expected, text: 'ours' })).toThrow(ItemsChangedMeanwhile)
  expect(() => goBack(folder, expected)).toThrow(ItemsChangedMeanwhile)
  expect(readItemsText(folder)).toBe('theirs')
})

test('what a machine that stopped left behind is in nobody’s way', () => {
  put('list 1')
  // Stopped after keeping list 1 and while writing list 2.
  copyFileSync(path.join(folder, 'items.json'), path.join(folder, 'items.before-2.json'))
  writeFileSync(path.join(folder, 'items.json.new'), 'li')
  expect(readPreviousItems(folder)).toBe('list 0')
  back()
  expect([readItemsText(folder), readPreviousItems(folder)]).toEqual(['list 0', null])
  put('list 2')
  expect(readItemsText(folder)).toBe('list 2')
})

test('a lock file is not left behind', () => {
  put('list 1')
  expect(readdirSync(folder).sort()).toEqual(['items.before-1.json', 'items.json'])
})
