/// The version of this program, which stands in every edition's record.
package let programVersion = "0.1.0"
