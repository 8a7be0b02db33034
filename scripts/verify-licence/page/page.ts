import { describeLicence } from '../describe'
import { REASON_TEXT } from '../reasons'
import { type Outcome, verifyOffline } from '../verify-offline'
import { canScan, scanOnce } from './camera'
import { describePublished, fetchPublished } from './published'
import { keep, readStore } from './store'

function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`no ${id}`)
  return element
}

const code = find('code', HTMLTextAreaElement)
const origin = find('origin', HTMLInputElement)
const result = find('result', HTMLDivElement)
const camera = find('camera', HTMLButtonElement)

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function say(title: string, valid: boolean, more: readonly HTMLElement[] = []): void {
  result.dataset['valid'] = valid ? 'yes' : 'no'
  result.replaceChildren(element('h2', title), ...more)
  result.focus()
}

function show(outcome: Outcome): void {
  if ('failure' in outcome) {
    result.dataset['reason'] = outcome.failure
    say('✘ 不能采信', false, [element('p', REASON_TEXT[outcome.failure])])
    return
  }
  delete result.dataset['reason']
  const list = document.createElement('dl')
  const rows = describeLicence(outcome.licence, outcome.expiresAt)
  list.append(...rows.flatMap(([label, value]) => [element('dt', label), element('dd', value)]))
  say('✔ 有效', true, [list])
}

function showLoaded(): void {
  find('loaded', HTMLParagraphElement).textContent = describePublished(readStore())
}

async function update(): Promise<void> {
  keep({ origin: origin.value, ...(await fetchPublished(origin.value)) })
  showLoaded()
}

/** With an address the list is brought up to date first; without a signal the list that is here decides. */
async function verify(): Promise<void> {
  if (origin.value) await update().catch(() => undefined)
  const outcome = await verifyOffline({ ...readStore(), code: code.value, now: new Date() })
  if (!('failure' in outcome)) keep({ seen: outcome.seen })
  show(outcome)
}

async function scan(): Promise<void> {
  code.value = await scanOnce(find('video', HTMLVideoElement))
  await verify()
}

function onClick(button: HTMLButtonElement, work: () => Promise<void>, failed: string): void {
  button.addEventListener('click', () => {
    void work().catch(() => say(failed, false))
  })
}

for (const name of ['keys', 'status'] as const) {
  const input = find(name, HTMLInputElement)
  const load = async (): Promise<void> => {
    keep({ [name]: JSON.parse((await input.files?.[0]?.text()) ?? 'null') as unknown })
    showLoaded()
  }
  input.addEventListener('change', () => {
    void load().catch(() => say('这个文件读不出来，请重新下载。', false))
  })
}

onClick(find('verify', HTMLButtonElement), verify, '查验没有完成，请再试一次。')
onClick(find('update', HTMLButtonElement), update, '没有更新成功。请检查网址和网络，或改用文件。')
onClick(camera, scan, '摄像头没有打开，请用扫码工具扫出文字后粘贴。')
camera.hidden = !canScan()
origin.value = readStore().origin
showLoaded()
