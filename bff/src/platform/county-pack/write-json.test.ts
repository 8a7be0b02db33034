import { readFileSync } from 'node:fs'
import path from 'node:path'
import { writeJson } from './write-json'

test.each(['430224-chaling', '430212-lukou'])('the items of %s are laid out as they are', (county) => {
  const text = readFileSync(path.join(__dirname, '../../../counties', county, 'items.json'), 'utf8')
  expect(`${writeJson(JSON.parse(text) as object as never)}\n`).toBe(text)
})

test('nothing is empty, and what does not fit on a line stands below each other', () => {
  expect(writeJson({ none: [], nobody: {}, one: null })).toBe('{\n  "none": [],\n  "nobody": {},\n  "one": null\n}')
  expect(writeJson(['证'.repeat(40), '证'.repeat(40)])).toBe(`[\n  "${'证'.repeat(40)}",\n  "${'证'.repeat(40)}"\n]`)
})
