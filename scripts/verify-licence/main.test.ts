import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Issuer, LICENCE, startIssuer } from './testing/issuer'

const PROGRAM = path.resolve(__dirname, '../verify-licence.mjs')

let folder: string
let issuer: Issuer
let code: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-licence-'))
  issuer = startIssuer('aes')
  code = issuer.signer.signOfflineLicence(LICENCE, 60).text
  writeJson('jwks.json', issuer.keys())
  writeJson('status.json', issuer.status())
})
afterEach(() => rmSync(folder, { recursive: true }))

const writeJson = (name: string, value: unknown): void => writeFileSync(path.join(folder, name), JSON.stringify(value))

/** Called from the folder with the files, as a person would. */
function verify(...args: string[]): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [PROGRAM, ...args], { cwd: folder }, (_, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, output: stdout + stderr }),
    )
  })
}

const FILES = ['--keys', 'jwks.json', '--status', 'status.json', '--at', '2026-11-21T01:02:30Z']

test('a genuine code prints the chosen fields, and the second time that it was shown before', async () => {
  const first = await verify(code, ...FILES, '--seen', 'seen.json')
  expect(first.output).toMatch(/有效 \(valid\)\n证照：机动车驾驶证\n姓名：刘桂英\n准驾车型：C1\n签发单位：株洲市公安局交警支队\n/)
  expect(first.output).toMatch(/本码有效至：2026\/11\/21 09:03:03/)
  expect(first.exitCode).toBe(0)
  const second = await verify(code, ...FILES, '--seen', 'seen.json')
  expect(second).toMatchObject({ exitCode: 1, output: expect.stringMatching(/已经在这里查验过一次.*\(replayed\)/) })
})

test('a refused code prints its reason', async () => {
  writeJson('status.json', issuer.status([12]))
  expect(await verify(code, ...FILES)).toMatchObject({ exitCode: 1, output: expect.stringMatching(/已经注销.*\(revoked\)/) })
})

test('a file that is not JSON is a list that is none', async () => {
  writeFileSync(path.join(folder, 'status.json'), '<html>')
  expect(await verify(code, ...FILES)).toMatchObject({ exitCode: 1, output: expect.stringMatching(/\(status_invalid\)/) })
})

test.each([
  ['no code', FILES],
  ['no files', ['OV1L:']],
  ['a file that is not there', ['OV1L:', '--keys', 'none.json', '--status', 'none.json']],
  ['no instant', ['OV1L:', ...FILES, '--at', 'soon']],
  ['an unknown option', ['OV1L:', ...FILES, '--force']],
])('called with %s it says how to call it', async (_, args) => {
  expect(await verify(...args)).toMatchObject({ exitCode: 2, output: expect.stringMatching(/--keys {4}the published keys/) })
})
