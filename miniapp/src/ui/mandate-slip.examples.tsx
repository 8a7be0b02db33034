import type { MandateSlipDto } from '@one-visit/shared/proxy/contract'
import type { Example } from './example'
import { MandateSlip } from './mandate-slip'

const slip: MandateSlipDto = {
  id: '019a0000-0000-7000-8000-0000000000e1',
  number: '1121482905',
  principal: '王*英',
  actor: { kind: 'volunteer', name: '李小红', office: '下东街道便民服务中心' },
  scope: [
    { operation: 'book_visits', items: [{ id: 'social', name: '社保业务' }] },
    { operation: 'look_up_cases', items: null },
  ],
  evidence: 'phone_code',
  status: 'active',
  askedAt: '2026-11-21T00:30:00.000Z',
  startsAt: '2026-11-21T00:40:00.000Z',
  expiresAt: '2026-11-24T00:40:00.000Z',
  days: 3,
  endedAt: null,
  ending: null,
  taskId: null,
  qr: 'ONE-VISIT:M:1121482905',
  endPhone: '12345',
  officeAddress: '下东街 1 号',
}

export const slipExamples: readonly Example[] = [{ name: '委托单', render: () => <MandateSlip slip={slip} /> }]
