import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CountyPackError, loadCountyPack } from './county-pack'

const shipped = path.join(__dirname, '../../counties')

function packWith(content: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-'))
  mkdirSync(path.join(folder, '430999-test'))
  writeFileSync(path.join(folder, '430999-test/county.json'), content)
  return folder
}

const messageOf = (load: () => unknown): string => {
  try {
    load()
  } catch (error) {
    if (error instanceof CountyPackError) return error.message
    throw error
  }
  throw new Error('the pack was taken')
}

test.each([
  ['430224', '茶陵县'],
  ['430212', '株洲市渌口区'],
])('the shipped pack %s loads', (division, name) => {
  expect(loadCountyPack(shipped, division).county).toMatchObject({ division, name, phone: '12345' })
})

test('every mistake is named with its file and path', () => {
  const folder = packWith(
    JSON.stringify({ division: '43', name: '', phone: 'call us', phoneHours: 'x', sampleNotice: null, extra: 1 }),
  )
  const message = messageOf(() => loadCountyPack(folder, '430999'))
  for (const place of ['at division', 'at name', 'at phone', 'extra']) expect(message).toContain(place)
  expect(message).toContain(path.join('430999-test', 'county.json'))
})

test('a file that is no JSON, a missing pack and a wrong folder are refused', () => {
  expect(messageOf(() => loadCountyPack(packWith('{'), '430999'))).toContain('county.json')
  expect(messageOf(() => loadCountyPack(shipped, '999999'))).toContain('999999')
  const other = { division: '430224', name: 'x', phone: '12345', phoneHours: 'x', sampleNotice: null }
  expect(messageOf(() => loadCountyPack(packWith(JSON.stringify(other)), '430999'))).toContain('the folder says 430999')
})
