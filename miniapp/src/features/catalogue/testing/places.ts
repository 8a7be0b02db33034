import type { OfficeDto, SelfServiceAreaDto } from '@one-visit/shared/county/contract'
import { anOffice, aTownship } from './items'

export const anArea = (overrides: Partial<SelfServiceAreaDto> = {}): SelfServiceAreaDto => ({
  where: '大厅一楼西侧',
  hours: null,
  machines: [
    { name: '社保医保自助机', does: ['打印社保参保证明', '办异地就医备案'], needs: ['身份证或社保卡'] },
    { name: '综合自助机', does: ['查办的事到了哪一步'], needs: [] },
  ],
  sample: ['where'],
  ...overrides,
})

/** Two townships with machines, the nearer one last by name, and the hall far away; one township has none. */
export const placesWithMachines = (): OfficeDto[] => [
  aTownship(),
  anOffice({
    id: 'zhitang',
    kind: 'township_centre',
    name: '秩堂镇便民服务中心',
    location: { latitude: 26.9, longitude: 113.8, sample: true },
    selfService: anArea({ hours: [{ from: '07:00', to: '22:00' }] }),
  }),
  anOffice({
    id: 'hukou',
    kind: 'township_centre',
    name: '湖口镇便民服务中心',
    location: { latitude: 26.6, longitude: 113.5, sample: true },
    selfService: anArea(),
  }),
  anOffice({ selfService: anArea() }),
]
