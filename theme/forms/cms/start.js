/** Starts the CMS, which takes what it must know from config.yml. */
import CMS from "./sveltia/npm/index.js";
import { fromFile, toFile } from "./format.js";

CMS.registerCustomFormat("laomo", "yml", { fromFile, toFile });
CMS.init();
