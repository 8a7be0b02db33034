import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly body: string
}

const HEAD_END = '\r\n\r\n'

/**
 * The first whole answer in `bytes` and where it ends, or null while some of it is still under way. Reads what the measured
 * servers send: HTTP/1.1 with Content-Length, or 204 without.
 */
export function readAnswer(bytes: Buffer): { answer: Answer; end: number } | null {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd < 0) return null
  const head = bytes.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined && status !== 204) throw new Error(`An answer without Content-Length:\n${head}`)
  const start = headEnd + HEAD_END.length
  const end = start + Number(length ?? 0)
  return bytes.length < end ? null : { answer: { status, body: bytes.toString('utf8', start, end) }, end }
}

/**
 * One keep-alive connection, one request at a time, past node:http's client, which would cost as much as the servers that
 * are measured.
 */
export class Connection {
  private received: Buffer = Buffer.alloc(0)
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => {
      this.take(chunk)
    })
    socket.on('error', (error) => {
      this.waiting?.reject(error)
    })
    socket.on('close', () => {
      this.waiting?.reject(new Error('The server closed the connection.'))
    })
  }

  /** To this machine only. */
  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(new Connection(socket))
      })
    })
  }

  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.socket.write(request)
    })
  }

  close(): void {
    this.waiting = null
    this.socket.destroy()
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk])
    const read = readAnswer(this.received)
    if (!read) return
    this.received = this.received.subarray(read.end)
    const { waiting } = this
    this.waiting = null
    waiting?.resolve(read.answer)
  }
}
