import Taro from '@tarojs/taro'
import { IS_WEAPP } from './target'

/** By the ending of the file name; browsers and phones choose by it what opens the file. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
}

function download(fileName: string, text: string): void {
  const type = FILE_TYPES[fileName.slice(fileName.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  URL.revokeObjectURL(url)
}

/** WeChat has no downloads: the file goes into a chat that the person picks. Only straight from a tap. */
async function sendToChat(fileName: string, text: string): Promise<void> {
  const filePath = `${String(Taro.env.USER_DATA_PATH)}/${fileName}`
  const files = Taro.getFileSystemManager()
  files.writeFileSync(filePath, text, 'utf8')
  try {
    await Taro.shareFileMessage({ filePath, fileName })
  } finally {
    files.unlinkSync(filePath)
  }
}

/** Hands the person a file. False when the phone refused, or the person changed their mind. */
export async function saveFile(fileName: string, text: string): Promise<boolean> {
  try {
    if (IS_WEAPP) await sendToChat(fileName, text)
    else download(fileName, text)
    return true
  } catch {
    return false
  }
}

/**
 * Taro's own way covers a part of the page with a message that neither grows with the text nor is read out: only where browsers
 * have no better one, which they have on https alone.
 */
async function copyInBrowser(text: string): Promise<void> {
  if ('clipboard' in navigator) await navigator.clipboard.writeText(text)
  else await Taro.setClipboardData({ data: text })
}

/** Copies to the clipboard; false when the phone refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await (IS_WEAPP ? Taro.setClipboardData({ data: text }) : copyInBrowser(text))
    return true
  } catch {
    return false
  }
}
