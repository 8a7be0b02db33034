import { toChinaMap } from './china-map'
import { distanceMetres } from './distance'

/** Pairs that the open implementations of the transform (eviltransform, coordtransform) publish with their tests. */
test.each([
  [
    { latitude: 31.1774276, longitude: 121.5272106 },
    { latitude: 31.17530398364597, longitude: 121.531541859215 },
  ],
  [
    { latitude: 22.543847, longitude: 113.912316 },
    { latitude: 22.540796131694766, longitude: 113.9171764808363 },
  ],
  [
    { latitude: 39.911954, longitude: 116.377817 },
    { latitude: 39.91334545536069, longitude: 116.38404722455657 },
  ],
])('%p lies where Chinese maps draw it', (position, drawn) => {
  expect(distanceMetres(toChinaMap(position), drawn)).toBeLessThan(1)
})
