import { Activity } from './activity'
import { makeAnswers, type Answers } from './answers'
import { asText, type Dictionary } from './dynamic'
import { Dispatcher } from './events/dispatch'
import { Gesture } from './events/gesture'
import { OpenTypes } from './events/open-types'
import { Modules } from './logic-layer/modules'
import { Sandbox } from './logic-layer/sandbox'
import type { PageUnit, UnitEnvironment } from './logic-layer/unit'
import { Measurements } from './measurements'
import type { LaunchOptions } from './options'
import { PackageFiles } from './package-files'
import { Reporter } from './report'
import { Renderer } from './view-layer/render'
import { Templates } from './view-layer/templates'
import { accountApis } from './wx/account'
import { ApiCalls } from './wx/calls'
import { Device } from './wx/device'
import { fileApis } from './wx/files'
import { Navigation } from './wx/navigation'
import { photoApis, Photos } from './wx/photos'
import { Privacy } from './wx/privacy'
import { permissionApis } from './wx/permissions'
import { Requests } from './wx/request'
import { makeSelectorQuery } from './wx/selector-query'
import { Storage } from './wx/storage'
import { stubApis } from './wx/stubs'
import { uiApis } from './wx/ui'

/** All parts of one run, made in the order in which they need each other. */
export class Runtime {
  readonly files: PackageFiles
  readonly reporter = new Reporter()
  readonly activity = new Activity()
  readonly measurements = new Measurements()
  readonly gesture = new Gesture()
  readonly sandbox: Sandbox
  readonly answers: Answers
  readonly modules: Modules
  readonly renderer: Renderer
  readonly navigation: Navigation
  readonly dispatcher: Dispatcher
  readonly openTypes: OpenTypes
  readonly device: Device
  readonly storage: Storage
  readonly privacy: Privacy
  readonly wx: Dictionary

  constructor(readonly options: LaunchOptions) {
    const { reporter, activity, measurements } = this
    this.files = new PackageFiles(options.dist)
    this.answers = makeAnswers(options.answers)
    this.sandbox = new Sandbox(reporter, options.clock ?? Date.now, activity)
    this.modules = new Modules(this.files, this.sandbox)
    this.device = new Device(this.sandbox, reporter)
    this.device.fontSize = options.fontSize ?? this.device.fontSize
    this.storage = new Storage(options.storage ?? {})
    this.privacy = new Privacy(reporter, this.files.app.usesPrivacyCheck && options.hasConsented !== true)
    const environment = this.environment()
    const templates = new Templates(this.files, reporter)
    this.renderer = new Renderer(this.files, this.modules, templates, environment)
    this.navigation = new Navigation(this.files, this.modules, environment)
    this.dispatcher = new Dispatcher(this.sandbox, reporter, measurements, () => this.navigation.currentPath)
    this.openTypes = new OpenTypes(this.dispatcher, this.privacy, this.answers, reporter, activity)
    this.wx = this.apis()
  }

  get startPage(): string {
    return this.options.start?.replace(/^\//, '') ?? this.files.app.mainPages[0] ?? ''
  }

  refresh(page: PageUnit): ReturnType<Renderer['refresh']> {
    return this.renderer.refresh(page)
  }

  /** Pages and components are made later than the parts they use, hence the functions. */
  private environment(): UnitEnvironment {
    const { sandbox, reporter, measurements, activity } = this
    const refresh = (page: PageUnit): ReturnType<Renderer['refresh']> => this.refresh(page)
    const tools = { sandbox, reporter, measurements, activity, refresh }
    return {
      ...tools,
      fire: (element, type, detail, bubbles) => this.dispatcher.fire(element, type, detail, bubbles),
      selectorQuery: (page) => makeSelectorQuery(page, tools),
    }
  }

  private apis(): Dictionary {
    const { sandbox, reporter, activity, device, navigation, answers, gesture, privacy, options } = this
    const calls = new ApiCalls(sandbox, reporter, activity, (api) => privacy.consent(api))
    const photos = new Photos()
    const currentPage = (): string => navigation.currentPath
    const { allowHosts = [], connectTo = {} } = options
    const requests = new Requests({ sandbox, reporter, activity, device, allowHosts, connectTo, currentPage })
    const apis: Dictionary = {
      ...stubApis(calls, sandbox, reporter),
      ...uiApis(calls, reporter, answers),
      ...permissionApis(calls, reporter, answers, this.files.app.privateInfos),
      ...fileApis(calls, sandbox, { reporter, answers, gesture, photos }),
      ...photoApis(calls, photos, { reporter, answers }),
      ...accountApis(calls, sandbox, { answers, gesture, privacy }),
      ...device.apis(calls),
      ...this.storage.apis(calls, sandbox),
      ...requests.apis(calls),
      ...navigation.apis(calls),
      ...this.launchApis(),
      createSelectorQuery: () => (navigation.current ? makeSelectorQuery(navigation.current, this.environment()) : null),
      ...options.apis,
    }
    apis.canIUse = (name: unknown) => (asText(name).split('.')[0] ?? '') in apis || /^[a-z-]+\./.test(asText(name))
    return Object.assign(sandbox.convert({}) as Dictionary, apis)
  }

  private launchApis(): Dictionary {
    const launch = (): unknown =>
      this.sandbox.convert({ path: this.startPage, query: { ...this.options.query }, scene: 1001, referrerInfo: {} })
    return { getLaunchOptionsSync: launch, getEnterOptionsSync: launch }
  }
}
