import { reading } from './reading';
import { review } from './review';
import { sending } from './sending';

/** 绩效报告：报送、读取、审核。 */
export const kpi = { ...sending, ...reading, ...review };
