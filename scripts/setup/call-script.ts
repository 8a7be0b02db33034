import { execFileSync } from 'node:child_process'
import path from 'node:path'

/**
 * Calls an exported function of a start-up script in a Node of its own: the scripts are ES modules that must run before
 * anything is installed, so they are tested as they are, not as jest would transform them. Answers its JSON; an error it
 * throws is thrown with its message.
 */
export function callScript(file: string, name: string, ...args: readonly unknown[]): unknown {
  const module = JSON.stringify(path.join(__dirname, file))
  const program = `
    const { ${name} } = await import(${module})
    try {
      console.log(JSON.stringify({ value: await ${name}(...${JSON.stringify(args)}) ?? null }))
    } catch (error) {
      console.log(JSON.stringify({ error: error.message }))
    }`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  const answer = JSON.parse(output) as { value: unknown } | { error: string }
  if ('error' in answer) throw new Error(answer.error)
  return answer.value
}
