import type { Answers } from '../answers'
import { asText, type Dictionary } from '../dynamic'
import type { Gesture } from '../events/gesture'
import type { Sandbox } from '../logic-layer/sandbox'
import type { Reporter } from '../report'
import { ApiFailure, type ApiCalls } from './calls'
import type { Photos } from './photos'

/** The only folder that a package may write to, as phones name it. */
const FOLDER = 'wxfile://usr'

/** Text files of one run, by path; pictures can be read too. */
class UserFiles {
  private readonly texts = new Map<string, string>()

  constructor(
    private readonly sandbox: Sandbox,
    private readonly calls: ApiCalls,
    private readonly photos: Photos,
  ) {}

  find(path: unknown): string | undefined {
    return this.texts.get(asText(path))
  }

  manager(): Dictionary {
    const refuse = (api: string, why: string): never => {
      throw this.sandbox.newError(`${api}:fail ${why}`)
    }
    const read = (api: string, path: unknown): string =>
      this.find(path) ?? refuse(api, `no such file or directory, open "${asText(path)}"`)
    return this.sandbox.convert({
      writeFileSync: (path: unknown, text: unknown) => {
        if (!asText(path).startsWith(`${FOLDER}/`)) refuse('writeFileSync', `permission denied, open "${asText(path)}"`)
        this.texts.set(asText(path), asText(text))
      },
      readFile: this.calls.asynchronous('readFile', ({ filePath, encoding }) => ({ data: this.pictureAs(encoding, filePath) })),
      readFileSync: (path: unknown) => read('readFileSync', path),
      unlinkSync: (path: unknown) => {
        read('unlinkSync', path)
        this.texts.delete(asText(path))
      },
    }) as Dictionary
  }

  /** Only as base64: nobody here asks for anything else. */
  private pictureAs(encoding: unknown, path: unknown): string {
    const picture = this.photos.find(path)
    if (!picture) throw new ApiFailure(`no such file or directory, open "${asText(path)}"`)
    if (encoding !== 'base64') throw new ApiFailure(`encoding "${asText(encoding)}" is not acted out`)
    return picture.toString('base64')
  }
}

/** Files of the package's own, and handing one over: what is shared is noted in `report.ui` with its text. */
export function fileApis(
  calls: ApiCalls,
  sandbox: Sandbox,
  { reporter, answers, gesture, photos }: { reporter: Reporter; answers: Answers; gesture: Gesture; photos: Photos },
): Dictionary {
  const files = new UserFiles(sandbox, calls, photos)
  const shareFileMessage = (given: unknown): unknown => {
    const isAfterTap = gesture.isActive
    return calls.asynchronous('shareFileMessage', ({ filePath, fileName }) => {
      if (!isAfterTap) throw new ApiFailure('can only be invoked by user TAP gesture.')
      const text = files.find(filePath)
      if (text === undefined) throw new ApiFailure('file not exist')
      reporter.report.ui.push({ api: 'shareFileMessage', options: { filePath, fileName, text } })
      if (!answers.shareFile) throw new ApiFailure('cancel')
    })(given)
  }
  return {
    env: sandbox.convert({ USER_DATA_PATH: FOLDER }),
    getFileSystemManager: () => files.manager(),
    shareFileMessage,
  }
}
