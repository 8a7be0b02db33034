import { createServer } from 'node:http'
import { listen } from '../../bff/src/platform/http/http-server'
import { answerParent } from './child'

/** What the police answer about everybody's ID card; anybody else is asked in vain. */
const APPLICATIONS = Buffer.from(
  JSON.stringify({
    errcode: 0,
    data: {
      applications: [
        {
          applyNo: 'SFZ430224202611050017',
          itemName: '居民身份证到期换领',
          applicantName: '张伟',
          unitName: '茶陵县公安局治安管理大队',
          stateName: '审核中',
          supplement: null,
          pickupPlace: '县政务服务中心一楼公安窗口',
          promiseDate: '2026-12-05',
          queryToken: 'token-of-the-bench',
          steps: [
            { time: '2026-11-05 09:12:00', stateName: '已登记', remark: null },
            { time: '2026-11-05 10:30:00', stateName: '已受理', remark: '已采集相片和指纹' },
            { time: '2026-11-12 16:05:00', stateName: '审核中', remark: null },
          ],
        },
      ],
    },
  }),
)

/** A department that answers at once and always the same: what is measured is the asking. */
async function main(): Promise<void> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const known = request.url === '/police/id-card/applications'
      const body = known ? APPLICATIONS : Buffer.alloc(0)
      response.writeHead(known ? 200 : 404, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
    })
  })
  const { port } = await listen(server, { host: '127.0.0.1', port: 0 })
  answerParent({ address: () => ({ url: `http://127.0.0.1:${port}` }) }, () => server.closeAllConnections())
}

void main()
