/**
 * Directories that are made and go away again, and files that appear whole. {@link
 * dev.influx.runtime.files.Scratch} is where to enter; {@link
 * dev.influx.runtime.files.DirectoryTree} deletes one that was not made by it, and {@link
 * dev.influx.runtime.files.WholeFile} replaces a file in one step. All of it runs on the thread of
 * the caller.
 */
package dev.influx.runtime.files;
