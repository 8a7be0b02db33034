import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BROWSER_CACHE, NODE_MODULES } from './cache-folder'

const NOTO_SANS_SC = path.join(NODE_MODULES, '@expo-google-fonts', 'noto-sans-sc')

const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(NOTO_SANS_SC, '400Regular')}</dir>
  <dir>${path.join(NOTO_SANS_SC, '700Bold')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(BROWSER_CACHE, 'fonts')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`

/** A Linux machine without Chinese fonts draws boxes; this gives the browser npm's Noto Sans SC beside the machine's own. */
export async function chineseFontsEnv(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {}
  await mkdir(BROWSER_CACHE, { recursive: true })
  const file = path.join(BROWSER_CACHE, 'fonts.conf')
  await writeFile(file, settings)
  return { FONTCONFIG_FILE: file }
}
