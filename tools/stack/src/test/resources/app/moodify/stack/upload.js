'use strict';
// Uploads an object to a bucket, by the storage emulator's own code, and says so once that is answered.
const { EmulatorRegistry } = require('../emulator/registry.js');
const { StorageCloudFunctions } = require('../emulator/storage/cloudFunctions.js');
const { StorageLayer } = require('../emulator/storage/files.js');

// Where an object's links would lead to.
EmulatorRegistry.url = () => new URL('http://127.0.0.1');

const everybody = { validate: () => true };
const disk = { readBytes: () => Buffer.from('photo'), deleteFile() {}, renameFile() {} };
const functions = new StorageCloudFunctions('demo-moodify');
const storage = new StorageLayer('demo-moodify', new Map(), new Map(), everybody, everybody, disk, functions);

storage
  .uploadObject({ status: 'final', bucketId: process.argv[2], objectId: 'photos/ada/m', path: 'upload', size: 5 })
  .then(() => console.log('answered'));
