/** What of Chart.js a radar needs, as a chunk. */
export { Chart, LineElement, PointElement, RadarController, RadialLinearScale } from 'chart.js';
