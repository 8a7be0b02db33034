import { parse } from 'acorn'
import { asList, isDictionary, type Dictionary } from '../dynamic'
import type { Findings } from './findings'

export type EcmaVersion = 2015 | 2017 | 2018 | 2019 | 2020 | 2021

export interface ParsedScript {
  file: string
  source: string
  program: Dictionary
}

/** A string constant of the package and the script it stands in. */
export interface TextInScript {
  file: string
  text: string
}

/** Parses a script as the oldest engine in use would; notes an error and gives null if it cannot. */
export function parseScript(file: string, source: string, ecmaVersion: EcmaVersion, findings: Findings): ParsedScript | null {
  try {
    const program: unknown = parse(source, { ecmaVersion, allowReturnOutsideFunction: true })
    return isDictionary(program) ? { file, source, program } : null
  } catch (thrown) {
    findings.error(
      file,
      `does not parse as ES${String(ecmaVersion)}: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    )
    return null
  }
}

type See = (node: Dictionary, isInTry: boolean) => void

function walk(node: Dictionary, isInTry: boolean, see: See): void {
  see(node, isInTry)
  for (const [key, value] of Object.entries(node)) {
    const inner = isInTry || (node.type === 'TryStatement' && key === 'block')
    for (const child of Array.isArray(value) ? asList(value) : [value]) {
      if (isDictionary(child) && typeof child.type === 'string') walk(child, inner, see)
    }
  }
}

/** `eval(…)`, `(0, eval)(…)`, `Function(…)`, `new Function(…)`. */
function isDynamicCode({ type, callee }: Dictionary): boolean {
  if ((type !== 'CallExpression' && type !== 'NewExpression') || !isDictionary(callee)) return false
  if (callee.type === 'Identifier') return callee.name === 'Function' || (callee.name === 'eval' && type === 'CallExpression')
  const last = callee.type === 'SequenceExpression' ? asList(callee.expressions).at(-1) : null
  return isDictionary(last) && last.name === 'eval'
}

function textOfNode(node: Dictionary): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  return node.type === 'TemplateElement' && isDictionary(node.value) && typeof node.value.cooked === 'string'
    ? node.value.cooked
    : null
}

/** Namespaces and documentation addresses in libraries; nothing is requested from there. */
const isOnlyAName = (host: string): boolean => /(^|\.)(w3\.org|reactjs\.org)$/.test(host)
const isLocal = (host: string): boolean => host === 'localhost' || host.startsWith('127.')

function checkUrl(file: string, text: string, allowHosts: readonly string[], findings: Findings): void {
  const [, protocol, host = ''] = /^(https?|wss?):\/\/([^/:]+)/.exec(text) ?? []
  if (protocol === undefined) return
  if (isLocal(host)) findings.warn(file, `local address ${text.slice(0, 60)}`)
  else if ((protocol === 'http' || protocol === 'ws') && !isOnlyAName(host) && !allowHosts.includes(host)) {
    findings.error(file, `insecure address ${text.slice(0, 80)}`)
  }
}

/** Forbidden constructs and insecure addresses of one script; returns its string constants. */
export function checkScript(
  { file, source, program }: ParsedScript,
  allowHosts: readonly string[],
  findings: Findings,
): TextInScript[] {
  const texts: TextInScript[] = []
  walk(program, false, (node, isInTry) => {
    const text = textOfNode(node)
    if (text !== null) {
      texts.push({ file, text })
      checkUrl(file, text, allowHosts, findings)
    }
    if (isDynamicCode(node)) {
      const excerpt = source.slice(Number(node.start), Number(node.start) + 40)
      if (isInTry) findings.warn(file, `${excerpt} is blocked in WeChat; a try stands around it`)
      else findings.error(file, `${excerpt} is blocked in WeChat`)
    }
    if (node.type === 'ImportExpression') findings.error(file, 'import() is not supported')
  })
  return texts
}
