import { type Profiler, Session } from 'node:inspector/promises'

export interface ProfileControls {
  startProfile(): Promise<void>
  stopProfile(): Promise<Profiler.Profile>
}

/** V8's sampling CPU profiler of this process. */
export function createProfiler(): ProfileControls {
  const session = new Session()
  return {
    startProfile: async () => {
      session.connect()
      await session.post('Profiler.enable')
      await session.post('Profiler.start')
    },
    stopProfile: async () => {
      const { profile } = await session.post('Profiler.stop')
      session.disconnect()
      return profile
    },
  }
}
