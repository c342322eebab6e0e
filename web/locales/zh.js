// 简体中文：页面上的全部文字，汇集自各功能自己的文件。

import { createTranslator } from './sentences.js';
import { core } from './core_messages/core.zh.js';

/** What the core says, in Chinese. */
export const translate = createTranslator(core, '或');

/** @type {Record<string, Record<string, Record<string, string>>>} */
const files = import.meta.glob('../**/*labels.zh.js', { eager: true });

/** @type {Record<string, string>} */
export const zh = Object.assign({}, ...Object.values(files).flatMap(Object.values));
