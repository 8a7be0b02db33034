import { IS_BROWSER } from './target'

/** How long a browser may look for its voices before there are none, in milliseconds. */
const VOICES_WITHIN = 3_000

/** How the reading ended by itself. */
type Ending = 'read' | 'unable'

/** Counted up with each reading and each stop: what an earlier reading still reports means nothing any more. */
let turn = 0
/** Held on to, for Chromium forgets to report the end of what nobody holds. */
let spoken: SpeechSynthesisUtterance | null = null

/** Browsers speak; WeChat has no speech without sending the text to a third party, so there the phone's own reader serves. */
export const canSpeak = (): boolean => IS_BROWSER && 'speechSynthesis' in window

/** A voice of this device: others send what is read, which may be somebody's papers, to a third party. Mandarin of the mainland first. */
function findVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const chinese = voices.filter(({ lang, localService }) => localService && /^(zh|cmn)/i.test(lang))
  return chinese.find(({ lang }) => /cn$/i.test(lang)) ?? chinese[0]
}

/** At once when they are known: some browsers speak only within the tap. */
function whenVoicesAreKnown(then: (voices: readonly SpeechSynthesisVoice[]) => void): void {
  const { speechSynthesis } = window
  const known = speechSynthesis.getVoices()
  if (known.length > 0) {
    then(known)
    return
  }
  const settle = () => {
    clearTimeout(timer)
    speechSynthesis.removeEventListener('voiceschanged', settle)
    then(speechSynthesis.getVoices())
  }
  const timer = setTimeout(settle, VOICES_WITHIN)
  speechSynthesis.addEventListener('voiceschanged', settle)
}

/** Reads the text of an element of this page aloud, a little slower than usual. `onEnd` does not come when it is stopped. */
export function readAloud(elementId: string, onEnd: (ending: Ending) => void): void {
  stopReading()
  const mine = turn
  const end = (ending: Ending) => {
    if (mine === turn) onEnd(ending)
  }
  if (!canSpeak()) {
    end('unable')
    return
  }
  whenVoicesAreKnown((voices) => {
    if (mine !== turn) return
    const voice = findVoice(voices)
    if (voice === undefined) {
      end('unable')
      return
    }
    spoken = new SpeechSynthesisUtterance(document.getElementById(elementId)?.innerText ?? '')
    Object.assign(spoken, { voice, lang: voice.lang, rate: 0.9, onend: () => end('read'), onerror: () => end('unable') })
    window.speechSynthesis.speak(spoken)
  })
}

export function stopReading(): void {
  turn += 1
  spoken = null
  if (canSpeak()) window.speechSynthesis.cancel()
}
