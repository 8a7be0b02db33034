import { callIfPresent, isCallable, type Callable, type Dictionary } from '../dynamic'
import type { Sandbox } from '../logic-layer/sandbox'
import type { Reporter } from '../report'
import type { ApiCalls } from './calls'

export type NetworkType = 'wifi' | '5g' | '4g' | '3g' | '2g' | 'none'

/** WeChat's "normal" font size; 20 and more is what elder users choose. */
const NORMAL_FONT_SIZE = 16

const SCREEN = {
  brand: 'devtools',
  model: 'iPhone 12',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 16',
  platform: 'ios',
  SDKVersion: '3.7.0',
  theme: 'light',
}

/** The phone: screen, font size setting, network. */
export class Device {
  fontSize = NORMAL_FONT_SIZE
  network: NetworkType = 'wifi'
  /** Requests reach the server, but its answers are lost on the way back. */
  losesReplies = false
  private readonly listeners = new Set<Callable>()
  private readonly cutOff = new Set<() => void>()

  constructor(
    private readonly sandbox: Sandbox,
    private readonly reporter: Reporter,
  ) {}

  get isOnline(): boolean {
    return this.network !== 'none'
  }

  /** Switches the network; requests under way fail when it goes off. */
  setNetwork(network: NetworkType): void {
    this.network = network
    if (!this.isOnline) for (const cut of this.cutOff) cut()
    const status = this.sandbox.convert({ isConnected: this.isOnline, networkType: network })
    for (const listener of this.listeners) this.reporter.guard('onNetworkStatusChange', () => listener(status))
  }

  /** Calls `cut` if the network goes off before the returned function is called. */
  whileOnline(cut: () => void): () => void {
    this.cutOff.add(cut)
    return () => this.cutOff.delete(cut)
  }

  info(): Dictionary {
    const scale = { fontSizeSetting: this.fontSize, fontSizeScaleFactor: this.fontSize / NORMAL_FONT_SIZE }
    return { ...SCREEN, ...scale }
  }

  apis(calls: ApiCalls): Dictionary {
    const info = (): unknown => this.sandbox.clone(this.info())
    return {
      getSystemInfoSync: info,
      getWindowInfo: info,
      getDeviceInfo: info,
      getAppBaseInfo: info,
      getSystemInfo: calls.asynchronous('getSystemInfo', () => this.info()),
      getSystemInfoAsync: calls.asynchronous('getSystemInfoAsync', () => this.info()),
      getMenuButtonBoundingClientRect: () =>
        this.sandbox.clone({ left: 278, top: 48, right: 365, bottom: 80, width: 87, height: 32 }),
      getNetworkType: calls.asynchronous('getNetworkType', () => ({ networkType: this.network })),
      onNetworkStatusChange: (listener: unknown) => {
        if (isCallable(listener)) this.listeners.add(listener)
      },
      offNetworkStatusChange: (listener: unknown) => {
        if (isCallable(listener)) this.listeners.delete(listener)
        else this.listeners.clear()
      },
      vibrateShort: calls.asynchronous('vibrateShort', () => ({})),
      nextTick: (work: unknown) => {
        this.sandbox.later('nextTick', () => callIfPresent({ work }, 'work'))
      },
    }
  }
}
