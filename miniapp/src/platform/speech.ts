import { IS_BROWSER } from './target'

/** Browsers speak; WeChat has no speech without sending the text to a third party, so there the phone's own reader serves. */
export function canReadAloud(): boolean {
  return IS_BROWSER && 'speechSynthesis' in window
}

/** Reads the text of an element of this page aloud, a little slower than usual; `onEnd` also comes when it is stopped. */
export function readAloud(elementId: string, onEnd: () => void): void {
  const text = document.getElementById(elementId)?.innerText ?? ''
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = 'zh-CN'
  utterance.rate = 0.9
  utterance.onend = onEnd
  utterance.onerror = onEnd
  window.speechSynthesis.cancel()
  window.speechSynthesis.speak(utterance)
}

export function stopReading(): void {
  if (canReadAloud()) window.speechSynthesis.cancel()
}
