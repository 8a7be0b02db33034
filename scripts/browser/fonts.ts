import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
const FONTS = path.join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-sc')

/**
 * Writes a fontconfig file that adds Chinese fonts to the machine's own, and returns the environment that makes a browser
 * use it: without one, a bare machine draws every Chinese character as the same empty box, and no screenshot can be read.
 */
export function fontEnvironment(): Readonly<Record<string, string>> {
  const folder = path.join(ROOT, '.cache/fonts')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'fonts.conf')
  const weights = ['400Regular', '700Bold'].map((weight) => `  <dir>${path.join(FONTS, weight)}</dir>`)
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${weights.join('\n')}
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`,
  )
  return { FONTCONFIG_FILE: file }
}
